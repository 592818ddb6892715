//! Rows of text whose columns stand below each other.

/// The rows as lines. The first column begins at the left, all others end at the right of theirs.
pub(crate) fn aligned(rows: &[Vec<String>]) -> String {
    lines(rows, |column| column > 0)
}

/// The rows as lines, with every column beginning at its left.
pub(crate) fn left_aligned(rows: &[Vec<String>]) -> String {
    lines(rows, |_| false)
}

fn lines(rows: &[Vec<String>], is_right: impl Fn(usize) -> bool) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width_of = |column: usize| {
        let fields = rows.iter().filter_map(|row| row.get(column));
        fields.map(|field| width(field)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width_of).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (field, wide)) in row.iter().zip(&widths).enumerate() {
            if column > 0 {
                line.push_str("  ");
            }
            let room = " ".repeat(wide.saturating_sub(width(field)));
            let (before, after) = if is_right(column) { (room.as_str(), "") } else { ("", room.as_str()) };
            line.extend([before, field, after]);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// How many places a text takes on a terminal. Results have no letters wider than one.
fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let rows = [vec!["år".to_owned(), "1".to_owned()], vec!["i alt".to_owned(), "−12".to_owned()]];
        assert_eq!(aligned(&rows), "år       1\ni alt  −12\n");
        assert_eq!(left_aligned(&rows), "år     1\ni alt  −12\n");
        assert_eq!(aligned(&[]), "");
    }
}
