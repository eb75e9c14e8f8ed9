"""Text, pure: normal forms, languages, sentences and words, all with offsets."""
