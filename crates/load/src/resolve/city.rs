//! The administrations and committees of the city, and those that items name by id.

use super::check::{check_ids, check_names};
use crate::{Fault, ItemFault, path};
use model::note::{Administration, Body, City, Committee};

pub(crate) fn city(city: City) -> Result<City, ItemFault> {
    for (kind, bodies) in [("administration", &city.administrations), ("committee", &city.committees)] {
        check_ids(kind, bodies.iter().map(|body| body.id.as_str()))?;
        for Body { id, short, name } in bodies {
            let item = path(&[kind, id]);
            check_names(&item, name)?;
            if short.trim().is_empty() {
                return Err((item, Fault::Missing("the short name")));
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

pub(super) fn administration(item: &str, city: &City, id: &str) -> Result<Administration, ItemFault> {
    known(item, "administration", id, city.find_administration(id))
}

pub(super) fn committee(item: &str, city: &City, id: &str) -> Result<Committee, ItemFault> {
    known(item, "committee", id, city.find_committee(id))
}

fn known<T>(item: &str, kind: &'static str, id: &str, found: Option<T>) -> Result<T, ItemFault> {
    found.ok_or_else(|| (item.to_owned(), Fault::Unknown { kind, id: id.to_owned() }))
}
