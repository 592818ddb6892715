//! Wasm that traps where a test wants it to, made of what was published. A trap is how every panic of the page ends. Or wasm that calls
//! itself there until the stack is used up, which ends with an error of the engine's own.

const TYPES: u8 = 1;
const IMPORTS: u8 = 2;
const FUNCTIONS: u8 = 3;
const EXPORTS: u8 = 7;
const CODE: u8 = 10;
/// What an import or an export may be; a function is the first.
const FUNCTION: u8 = 0;

/// `end`, which every function has last.
const END: u8 = 0x0b;

/// The wasm in which the functions that are exported under these names trap as soon as they are called.
pub(crate) fn in_exports(wasm: &[u8], names: &[&str]) -> Vec<u8> {
    let meant = meant(wasm, names);
    changed(wasm, &trapping(wasm), |index| meant.contains(&index))
}

/// The wasm in which every function traps as soon as it is called.
pub(crate) fn everywhere(wasm: &[u8]) -> Vec<u8> {
    changed(wasm, &trapping(wasm), |_| true)
}

/// The wasm in which the functions that are exported under these names do nothing but call themselves.
pub(crate) fn endless_in_exports(wasm: &[u8], names: &[&str]) -> Vec<u8> {
    let meant = meant(wasm, names);
    changed(wasm, &endless(wasm), |index| meant.contains(&index))
}

/// The wasm in which every function does nothing but call itself.
pub(crate) fn endless_everywhere(wasm: &[u8]) -> Vec<u8> {
    changed(wasm, &endless(wasm), |_| true)
}

/// The places, among the wasm's own functions, of those that are exported under these names.
fn meant(wasm: &[u8], names: &[&str]) -> Vec<usize> {
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
    meant
}

/// For each of the wasm's own functions, one that traps.
fn trapping(wasm: &[u8]) -> Vec<Vec<u8>> {
    // Without locals; `unreachable` is 0 too.
    parameters(wasm).1.iter().map(|_| vec![0, 0, END]).collect()
}

/// For each of the wasm's own functions, one that calls itself with what it was given.
fn endless(wasm: &[u8]) -> Vec<Vec<u8>> {
    const LOCAL: u8 = 0x20;
    const CALL: u8 = 0x10;
    let (imports, parameters) = parameters(wasm);
    let body = |(own, parameters): (usize, &usize)| {
        let mut body = vec![0];
        for parameter in 0..*parameters {
            body.push(LOCAL);
            body.extend(bytes(parameter));
        }
        body.push(CALL);
        body.extend(bytes(imports + own));
        body.push(END);
        body
    };
    parameters.iter().enumerate().map(body).collect()
}

/// How many functions the wasm imports, and how many parameters each of its own has.
fn parameters(wasm: &[u8]) -> (usize, Vec<usize>) {
    const FUNCTION_TYPE: u8 = 0x60;
    let (mut types, mut imports, mut own) = (Vec::new(), 0, Vec::new());
    for (id, mut section) in sections(wasm) {
        match id {
            TYPES => {
                for _ in 0..section.number() {
                    assert_eq!(section.byte(), FUNCTION_TYPE, "the wasm has types of functions alone");
                    let parameters = section.number();
                    section.skip(parameters);
                    let results = section.number();
                    section.skip(results);
                    types.push(parameters);
                }
            }
            IMPORTS => imports = functions_among_imports(&mut section),
            FUNCTIONS => own = (0..section.number()).map(|_| types[section.number()]).collect(),
            _ => {}
        }
    }
    (imports, own)
}

/// The wasm with these bodies for those of its own functions that are meant.
fn changed(wasm: &[u8], bodies: &[Vec<u8>], is_meant: impl Fn(usize) -> bool) -> Vec<u8> {
    let mut changed = wasm[..HEAD].to_vec();
    for (id, mut section) in sections(wasm) {
        let mut content = section.wasm[section.at..].to_vec();
        if id == CODE {
            content = bytes(section.number());
            for (index, changed) in bodies.iter().enumerate() {
                let size = section.number();
                let own = section.skip(size);
                let body = if is_meant(index) { changed } else { &wasm[own] };
                content.extend(bytes(body.len()));
                content.extend(body);
            }
        }
        changed.push(id);
        changed.extend(bytes(content.len()));
        changed.extend(content);
    }
    changed
}

/// A number as wasm has it: in seven bits a byte, the lowest first.
fn bytes(number: usize) -> Vec<u8> {
    let low = u8::try_from(number & 0x7f).expect("seven bits");
    if number < 0x80 { vec![low] } else { [vec![low | 0x80], bytes(number >> 7)].concat() }
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

/// What a wasm begins with.
const HEAD: usize = 8;

/// The sections of a wasm, by their kinds.
fn sections(wasm: &[u8]) -> Vec<(u8, Reader<'_>)> {
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
