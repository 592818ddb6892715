//! The administrations and committees, and who in the city an item names.

use super::check::{named, unique};
use crate::load::{Fault, Found, path};
use crate::note::{Administration, Body, City, Committee};

pub(in crate::load) fn city(city: City) -> Result<City, Found> {
    for (kind, bodies) in [("administration", &city.administrations), ("committee", &city.committees)] {
        unique(kind, bodies.iter().map(|body| body.id.as_str()))?;
        for Body { id, short, name } in bodies {
            let at = path(&[kind, id]);
            named(&at, name)?;
            if short.trim().is_empty() {
                return Err((at, Fault::Missing("the short name")));
            }
        }
    }
    if let Some(Body { id, .. }) = city.committees.iter().find(|body| city.find_committee(&body.id).is_none()) {
        let longest = Committee::LONGEST_ID;
        let fault = Fault::Other(format!("the id of a committee has at most {longest} characters"));
        return Err((path(&["committee", id]), fault));
    }
    Ok(city)
}

pub(super) fn administration(at: &str, city: &City, id: &str) -> Result<Administration, Found> {
    known(at, "administration", id, city.find_administration(id))
}

pub(super) fn committee(at: &str, city: &City, id: &str) -> Result<Committee, Found> {
    known(at, "committee", id, city.find_committee(id))
}

fn known<T>(at: &str, kind: &'static str, id: &str, found: Option<T>) -> Result<T, Found> {
    found.ok_or_else(|| (at.to_owned(), Fault::Unknown { kind, id: id.to_owned() }))
}
