//! Which of several words was probably meant.

/// The word that differs least from a mistyped one; `None` where none is near.
pub(crate) fn nearest<'w>(typed: &str, words: impl IntoIterator<Item = &'w str>) -> Option<String> {
    /// Longer words than these are no names, and comparing them takes long.
    const LONGEST: usize = 40;
    if typed.len() > LONGEST {
        return None;
    }
    let typed: Vec<char> = typed.chars().map(plain).collect();
    let most = typed.len().div_ceil(3);
    let short = words.into_iter().filter(|word| word.len() <= LONGEST);
    let distances = short.map(|word| (distance(&typed, &word.chars().map(plain).collect::<Vec<_>>()), word));
    let (_, word) = distances.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance)?;
    Some(word.to_owned())
}

/// `_`, `-` and capitals are mistaken for each other and differ in nothing else.
const fn plain(letter: char) -> char {
    match letter {
        '_' | ' ' => '-',
        letter => letter.to_ascii_lowercase(),
    }
}

/// How many letters have to be put in, taken out or changed (Levenshtein).
fn distance(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.iter().enumerate() {
        let mut diagonal = index;
        let mut last = index.saturating_add(1);
        let mut next = vec![last];
        for (other, above) in right.iter().zip(row.iter().skip(1)) {
            let changed = diagonal.saturating_add(usize::from(letter != other));
            last = changed.min(above.saturating_add(1)).min(last.saturating_add(1));
            diagonal = *above;
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
