//! Wasm that traps where a test wants it to, made of what was published. A trap is how every panic of the page ends.

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const CODE: u8 = 10;
/// What an import or an export may be; a function is the first.
const FUNCTION: u8 = 0;

/// The wasm in which the functions that are exported under these names trap as soon as they are called.
pub(crate) fn in_exports(wasm: &[u8], names: &[&str]) -> Vec<u8> {
    let (mut imports, mut meant) = (0, Vec::new());
    for (id, mut section) in sections(wasm) {
        match id {
            IMPORTS => imports = functions_among_imports(&mut section),
            EXPORTS => {
                for _ in 0..section.number() {
                    let name = section.text();
                    let (kind, index) = (section.byte(), section.number());
                    if kind == FUNCTION && names.contains(&name.as_str()) {
                        meant.push(index - imports);
                    }
                }
            }
            _ => {}
        }
    }
    assert_eq!(meant.len(), names.len(), "the wasm exports {names:?}");
    trapping(wasm, |index| meant.contains(&index))
}

/// The wasm in which every function traps as soon as it is called.
pub(crate) fn everywhere(wasm: &[u8]) -> Vec<u8> {
    trapping(wasm, |_| true)
}

/// The wasm in which those of its own functions trap whose numbers are meant.
fn trapping(wasm: &[u8], is_meant: impl Fn(usize) -> bool) -> Vec<u8> {
    // A function that has no locals, and whose instructions are all `unreachable` up to the `end`.
    const END: u8 = 0x0b;
    let mut changed = wasm.to_vec();
    for (_, mut section) in sections(wasm).into_iter().filter(|(id, _)| *id == CODE) {
        for index in 0..section.number() {
            let size = section.number();
            let body = section.skip(size);
            if is_meant(index) {
                changed[body.clone()].fill(0);
                changed[body.end - 1] = END;
            }
        }
    }
    changed
}

fn functions_among_imports(section: &mut Reader<'_>) -> usize {
    let mut functions = 0;
    for _ in 0..section.number() {
        section.text();
        section.text();
        match section.byte() {
            FUNCTION => {
                section.number();
                functions += 1;
            }
            // A table has a type before its limits, a memory has limits, a global has a type and whether it changes.
            kind @ (1 | 2) => {
                if kind == 1 {
                    section.byte();
                }
                let has_most = section.byte() & 1 == 1;
                (0..=usize::from(has_most)).for_each(|_| _ = section.number());
            }
            3 => _ = (section.byte(), section.byte()),
            kind => panic!("an import is a {kind}"),
        }
    }
    functions
}

/// The sections of a wasm, by their kinds.
fn sections(wasm: &[u8]) -> Vec<(u8, Reader<'_>)> {
    const HEAD: usize = 8;
    let mut rest = Reader { wasm, at: HEAD };
    let mut found = Vec::new();
    while rest.at < wasm.len() {
        let (id, size) = (rest.byte(), rest.number());
        let body = rest.skip(size);
        found.push((id, Reader { wasm: &wasm[..body.end], at: body.start }));
    }
    found
}

struct Reader<'w> {
    wasm: &'w [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        self.at += 1;
        self.wasm[self.at - 1]
    }

    /// A number in seven bits a byte, the lowest first.
    fn number(&mut self) -> usize {
        let byte = self.byte();
        let low = usize::from(byte & 0x7f);
        if byte & 0x80 == 0 { low } else { low | self.number() << 7 }
    }

    fn text(&mut self) -> String {
        let length = self.number();
        String::from_utf8(self.wasm[self.skip(length)].to_vec()).expect("a name is text")
    }

    fn skip(&mut self, bytes: usize) -> std::ops::Range<usize> {
        self.at += bytes;
        self.at - bytes..self.at
    }
}
