//! The pieces of the page that arrive when somebody needs them: the wasm that starts the page has what answers a reader of a note, and
//! each piece has views that it does without at first.
//!
//! A piece is a table of views. The build cuts the wasm where such a table is asked for (`tools/split`): what only its views use is
//! loaded with them. Where the page is built whole, for the one file's tests, documents and tests of components, every piece is here
//! from the start.

use std::any::Any;
use std::cell::RefCell;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::OnceLock;

use wasm_bindgen_futures::spawn_local;
use yew::{Callback, hook, use_effect_with, use_force_update};

/// A table of views.
pub(crate) type Table = &'static (dyn Any + Send + Sync);

/// A table that is on its way; `None` if it was refused.
pub(crate) type Awaited = Pin<Box<dyn Future<Output = Option<Table>>>>;

/// A piece of the page, whose views are of type `V`.
pub(crate) struct Piece<V: 'static> {
    loaded: Loaded,
    views: PhantomData<V>,
}

/// A piece, whatever its views are: what waits for one is the same for all.
struct Loaded {
    /// Its views, where they are part of what was started.
    whole: Option<Table>,
    /// The name that its wasm has in the build. Several pieces may be in one.
    name: &'static str,
    load: fn() -> Awaited,
    arrived: OnceLock<Table>,
}

/// What waits for the pieces of one name, which arrive together, and how far they are.
struct Waiting {
    name: &'static str,
    pieces: Vec<&'static Loaded>,
    is_asked: bool,
    is_refused: bool,
    /// Renders those components again that do without them.
    renders: Vec<Callback<()>>,
}

thread_local! {
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

impl Loaded {
    fn here(&self) -> Option<Table> {
        self.whole.or_else(|| self.arrived.get().copied())
    }

    async fn arrive(&'static self) -> Option<Table> {
        if self.here().is_none() {
            let table = (self.load)().await?;
            self.arrived.get_or_init(|| table);
            // What waits for others of its name need not wait any longer.
            ask(self.name);
        }
        self.here()
    }
}

/// Looks at what waits for the pieces of a name, or changes it.
fn with_waiting<T>(name: &'static str, change: impl FnOnce(&mut Waiting) -> T) -> T {
    WAITING.with_borrow_mut(|all| {
        if let Some(waiting) = all.iter_mut().find(|waiting| waiting.name == name) {
            return change(waiting);
        }
        let mut waiting = Waiting { name, pieces: Vec::new(), is_asked: false, is_refused: false, renders: Vec::new() };
        let changed = change(&mut waiting);
        all.push(waiting);
        changed
    })
}

/// Asks for the pieces of a name, once for all who wait for them.
fn ask(name: &'static str) {
    if with_waiting(name, |waiting| std::mem::replace(&mut waiting.is_asked, true)) {
        return;
    }
    spawn_local(async move {
        let was_refused = with_waiting(name, |waiting| std::mem::replace(&mut waiting.is_refused, false));
        if was_refused {
            render(&with_waiting(name, |waiting| waiting.renders.clone()));
        }
        let are_here = bring(name).await;
        let renders = with_waiting(name, |waiting| {
            waiting.is_asked = false;
            waiting.is_refused = !are_here;
            if are_here { std::mem::take(&mut waiting.renders) } else { waiting.renders.clone() }
        });
        render(&renders);
    });
}

/// Waits for the pieces of a name. Whether all are here.
async fn bring(name: &'static str) -> bool {
    loop {
        let next = with_waiting(name, |waiting| waiting.pieces.iter().copied().find(|piece| piece.here().is_none()));
        let Some(piece) = next else { return true };
        let Some(table) = (piece.load)().await else { return false };
        piece.arrived.get_or_init(|| table);
    }
}

fn render(renders: &[Callback<()>]) {
    for render in renders {
        render.emit(());
    }
}

impl<V: Send + Sync> Piece<V> {
    /// A piece that is part of what was started.
    #[cfg(not(all(feature = "split", target_arch = "wasm32")))]
    pub(crate) const fn whole(views: &'static V) -> Self {
        let load = || -> Awaited { Box::pin(std::future::ready(None)) };
        Self { loaded: Loaded { whole: Some(views), name: "", load, arrived: OnceLock::new() }, views: PhantomData }
    }

    /// A piece that arrives later.
    #[cfg(all(feature = "split", target_arch = "wasm32"))]
    pub(crate) const fn apart(name: &'static str, load: fn() -> Awaited) -> Self {
        Self { loaded: Loaded { whole: None, name, load, arrived: OnceLock::new() }, views: PhantomData }
    }

    /// Its views, if they are here.
    pub(crate) fn here(&self) -> Option<&'static V> {
        self.loaded.here()?.downcast_ref()
    }

    /// Its views, asked for if they are not here; `None` if they were refused. The next one who asks tries once more.
    pub(crate) async fn arrive(&'static self) -> Option<&'static V> {
        self.loaded.arrive().await?.downcast_ref()
    }
}

/// How far a piece is.
pub(crate) enum Arrival<V: 'static> {
    /// It is here.
    Here(&'static V),
    /// It is on its way.
    Awaited,
    /// It did not come. The callback asks for it once more.
    Refused(Callback<()>),
}

/// How far a piece is that this component needs. The component renders again when that changes.
#[hook]
pub(crate) fn use_piece<V: Send + Sync + 'static>(piece: &'static Piece<V>, is_needed: bool) -> Arrival<V> {
    let refused = use_loaded(&piece.loaded, is_needed);
    match (piece.here(), refused) {
        (Some(views), _) => Arrival::Here(views),
        (None, Some(ask)) => Arrival::Refused(ask),
        (None, None) => Arrival::Awaited,
    }
}

/// Asks for a piece that is needed and not here. Where it was refused, it gives a callback that asks once more.
#[hook]
fn use_loaded(piece: &'static Loaded, is_needed: bool) -> Option<Callback<()>> {
    let update = use_force_update();
    use_effect_with(is_needed, move |is_needed| {
        if *is_needed && piece.here().is_none() {
            with_waiting(piece.name, |waiting| {
                if !waiting.pieces.iter().any(|other| std::ptr::eq(*other, piece)) {
                    waiting.pieces.push(piece);
                }
                waiting.renders.push(Callback::from(move |()| update.force_update()));
            });
            ask(piece.name);
        }
    });
    let is_refused = is_needed && piece.here().is_none() && with_waiting(piece.name, |waiting| waiting.is_refused);
    is_refused.then(|| Callback::from(move |()| ask(piece.name)))
}

/// Makes a piece of a table of views, under the name that its wasm has in the build.
///
/// This is the one place of the page with unsafe code: what cuts the wasm calls across the cut by names that no compiler checks. Each
/// call has one form, without arguments, and gives the address of a table, so nothing of it depends on what the views are.
macro_rules! piece {
    ($name:ident, $views:ty, $table:expr) => {
        #[cfg(not(all(feature = "split", target_arch = "wasm32")))]
        pub(crate) static PIECE: $crate::ui::pieces::Piece<$views> = $crate::ui::pieces::Piece::whole(&$table);

        #[cfg(all(feature = "split", target_arch = "wasm32"))]
        #[allow(unsafe_code, reason = "what cuts the wasm writes it; see `piece!`")]
        pub(crate) static PIECE: $crate::ui::pieces::Piece<$views> =
            $crate::ui::pieces::Piece::apart(stringify!($name), || {
                #[wasm_split_helpers::wasm_split($name, fallible)]
                fn views() -> Result<&'static $views, wasm_split_helpers::SplitLoaderError> {
                    static VIEWS: $views = $table;
                    Ok(&VIEWS)
                }
                Box::pin(async { views().await.ok().map(|views| -> $crate::ui::pieces::Table { views }) })
            });
    };
}

pub(crate) use piece;
