// How well listings composed by chance are read, whose truth is known: listing_truth SEED LISTINGS
#include <cstdlib>
#include <iostream>

#include "../listing/composer.hpp"
#include "../listing/score.hpp"

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "listing_truth SEED LISTINGS\n";
        return 2;
    }
    qosar::composed::Composer composer(std::strtoull(words[1], nullptr, 10));
    qosar::composed::Score score;
    for (unsigned long long left = std::strtoull(words[2], nullptr, 10); left > 0; --left) {
        score += qosar::composed::score(composer.compose());
    }
    std::cout << "items " << score.items << ", found " << score.found << ", invented " << score.invented
              << "\nbodies as they are " << score.bodies << ", sections " << score.sections << "\nsources "
              << score.sources << ", at their item " << score.attached << '\n';
    if (!score.is_perfect()) {
        std::cout << "first fault: " << score.first_fault << '\n';
    }
}
