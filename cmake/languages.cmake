# Compiles the files of languages/ into the library, so that the program stands alone.
#
# qosar_embed_languages(OUT FILE...) makes OUT.S, which takes each file in as it is, and OUT.cpp, which lists them.
function(qosar_embed_languages out)
  set(assembly "    .section .rodata\n")
  set(declarations "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS ARGN)
    string(APPEND assembly
      "    .global qosar_data_${index}\nqosar_data_${index}:\n    .incbin \"${CMAKE_SOURCE_DIR}/languages/${file}\"\n"
      "    .global qosar_data_${index}_end\nqosar_data_${index}_end:\n    .byte 0\n")
    string(APPEND declarations "extern const char qosar_data_${index}[];\nextern const char qosar_data_${index}_end[];\n")
    string(APPEND rows "    {\"${file}\", qosar_data_${index}, qosar_data_${index}_end},\n")
    list(APPEND paths "${CMAKE_SOURCE_DIR}/languages/${file}")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${out}.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${out}.cpp" CONTENT
    "#include \"embedded.hpp\"\n\nextern \"C\" {\n${declarations}}\n\nnamespace qosar {\n\nconst EmbeddedFile embedded_files[] = {\n${rows}};\nconst std::size_t embedded_file_count = ${index};\n\n} // namespace qosar\n"
    @ONLY)
  set_source_files_properties("${out}.S" PROPERTIES OBJECT_DEPENDS "${paths}")
endfunction()

# The lexicons of languages/, compiled into images that are used where they lie.
#
# qosar_embed_lexicons(OUT PAIR...) makes OUT.S and OUT.cpp with the image of each pair, such as en-kk. The program
# `qosar_compile_lexicon` makes the images; it holds the files of languages/ already.
function(qosar_embed_lexicons out)
  set(assembly "    .section .rodata\n")
  set(declarations "")
  set(rows "")
  set(index 0)
  foreach(pair IN LISTS ARGN)
    string(REPLACE "-" ";" languages ${pair})
    list(GET languages 0 first)
    list(GET languages 1 second)
    set(image "${out}.${pair}.image")
    add_custom_command(OUTPUT "${image}" COMMAND qosar_compile_lexicon ${first} ${second} "${image}"
      DEPENDS qosar_compile_lexicon VERBATIM COMMENT "Compiling the lexicon ${pair}")
    string(APPEND assembly
      "    .balign 64\n    .global qosar_lexicon_${index}\nqosar_lexicon_${index}:\n    .incbin \"${image}\"\n"
      "    .global qosar_lexicon_${index}_end\nqosar_lexicon_${index}_end:\n    .byte 0\n")
    string(APPEND declarations
      "extern const char qosar_lexicon_${index}[];\nextern const char qosar_lexicon_${index}_end[];\n")
    string(APPEND rows
      "    {\"${first}\", \"${second}\", qosar_lexicon_${index}, qosar_lexicon_${index}_end},\n")
    list(APPEND images "${image}")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT "${out}.S" CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT "${out}.cpp" CONTENT
    "#include \"embedded_lexicons.hpp\"\n\nextern \"C\" {\n${declarations}}\n\nnamespace qosar {\n\nconst EmbeddedLexicon embedded_lexicons[] = {\n${rows}};\nconst std::size_t embedded_lexicon_count = ${index};\n\n} // namespace qosar\n"
    @ONLY)
  set_source_files_properties("${out}.S" PROPERTIES OBJECT_DEPENDS "${images}")
endfunction()
