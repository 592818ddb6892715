//! What the overview says.

use rust_decimal::Decimal;

use super::{join, rounded, span, spelled_out, with_closing_comma};
use crate::Words;
use crate::messages::at;
use engine::also_said::AlsoSaid;
use engine::timeline::Covered;
use model::language::capitalised;
use model::money::Thousands;
use model::note::{Area, CountUnit, Document, Row, Table, Year};

impl Words {
    /// The title of the overview, with how many efforts and years it covers.
    #[must_use]
    pub fn overview_title(self, covered: &Covered) -> String {
        let front = &self.messages().front;
        let number = |number: usize| spelled_out(self, number);
        let (first, last) = covered.years;
        let years_in_all = usize::from(last.saturating_sub(first)).saturating_add(1);
        let (all, count) = (number(years_in_all), self.count(years_in_all.into()));
        let (efforts, granted, years) = (number(covered.efforts), number(covered.granted), span(covered.years));
        capitalised(&match covered.proposed {
            0 => {
                front.title_granted(&count, at::All(all), at::Efforts(efforts), at::Granted(granted), at::Years(years))
            }
            proposed => front.title(
                &count,
                at::All(all),
                at::Efforts(efforts),
                at::Granted(granted),
                at::Proposed(number(proposed)),
                at::Years(years),
            ),
        })
    }

    /// A sentence of a document that stands nowhere else, in our own words.
    #[must_use]
    pub fn also_said(self, said: &AlsoSaid<'_>) -> String {
        let front = &self.messages().front;
        let says = self.named(said.says());
        let AlsoSaid::Count(count) = said else { return front.also_said(says) };
        let number = match count.unit {
            CountUnit::Share => self.locale().percent(count.number),
            CountUnit::People | CountUnit::Posts | CountUnit::Talks => self.locale().exact(count.number),
        };
        match count.least {
            Some(least) if least.is_zero() => front.up_to(at::Number(number), at::Says(says)),
            Some(least) => {
                front.also_counted(at::Number(format!("{}–{number}", self.locale().exact(least))), at::Says(says))
            }
            None => front.also_counted(at::Number(number), at::Says(says)),
        }
    }

    /// The line on where the granted amounts of an effort are printed, on the overview.
    #[must_use]
    pub fn granted_from(self, document: &Document, rows: &[(&Table, &Row)]) -> String {
        let place = |(table, row): &(&Table, &Row)| {
            format!("{}, {}", self.table_or_section(&table.place), self.row(&row.label))
        };
        let rows: Vec<String> = rows.iter().map(place).collect();
        self.messages().front.granted_from(at::Document(self.document(document)), at::Rows(rows.join("; ")))
    }

    /// The line on a row that pays for posts without saying how many; `cost` is in 1.000 kr. a year.
    #[must_use]
    pub fn posts_unstated(self, name: &str, document: &Document, cost: Thousands) -> String {
        let document = with_closing_comma(self.document(document));
        self.messages().front.posts_unstated(
            at::Cost(self.kroner(Some(cost.decimal()))),
            at::Document(document),
            at::Name(name),
        )
    }

    /// The line on a row that no note gives a number of posts for, with its amount of a year in each note.
    #[must_use]
    pub fn row_without_posts(self, name: &str, amounts: &[(&Document, Thousands)]) -> String {
        let front = &self.messages().front;
        let each = amounts.iter().map(|(document, amount)| {
            front.amount_in(
                at::Amount(self.kroner(Some(amount.decimal()))),
                at::Document(self.document_in_text(document)),
            )
        });
        front.row_without_posts(at::Amounts(join(&each.collect::<Vec<_>>(), self.messages().lists.and)), at::Name(name))
    }

    /// The share of a cost that lies in a steering area.
    #[must_use]
    pub fn part_in_area(self, share: Decimal, area: Area) -> String {
        let share = self.locale().percent(rounded(share, 2));
        self.messages().front.part_in_area(at::Area(self.area(area)), at::Share(share))
    }

    /// The line on an effort that existed before the first year for which any note has an amount.
    #[must_use]
    pub fn existed_before(self, year: Year, says: &str, place: &str) -> String {
        self.messages().front.existed_before(at::Place(place), at::Says(says), at::Year(year))
    }
}
