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
