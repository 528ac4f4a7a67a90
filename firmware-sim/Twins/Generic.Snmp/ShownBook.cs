using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Generic.Snmp;

/// <summary>
/// Notes how a device was while it was asked. Whoever begins a new round has dealt with the one before; so a state that stood at the beginning of four of them was
/// dealt with, even when the gateway was killed in between.
/// </summary>
internal sealed class ShownBook(string device, ITruthLedger ledger, TimeProvider time)
{
    private const int Rounds = 4;

    private readonly Dictionary<string, ShownState> _noted = new(StringComparer.Ordinal);
    private int _begun;
    private int _number;

    /// <summary>How often everything was as it is now for long enough.</summary>
    public int Shown { get; private set; }

    /// <summary>Whether what is there now was there for long enough.</summary>
    public bool IsSeen => _begun >= Rounds;

    /// <summary>Somebody begins to ask.</summary>
    /// <param name="states">All that there is.</param>
    public void Begin(IReadOnlyList<ShownState> states)
    {
        if (++_begun != Rounds)
        {
            return;
        }

        Shown++;
        Note(states, TruthLine.Stream);
    }

    /// <summary>Something is about to change.</summary>
    /// <param name="states">All that there was.</param>
    public void Change(IReadOnlyList<ShownState> states)
    {
        if (_begun is > 0 and < Rounds)
        {
            Note(states, TruthLine.None);
        }

        _begun = 0;
    }

    private void Note(IReadOnlyList<ShownState> states, string told)
    {
        foreach (ShownState state in states.Where(IsNews))
        {
            _noted[state.Thing] = state;
            ledger.Note(new TruthLine
            {
                Device = device, NativeId = FormattableString.Invariant($"{TruthLine.Shown}{state.Thing}/{++_number}"), Plate = "", LaneNo = 0, Time = default, Kind = state.Kind,
                Facts = state.Facts, Told = told, At = time.GetUtcNow(),
            });
        }
    }

    private bool IsNews(ShownState state) => !_noted.TryGetValue(state.Thing, out ShownState? before) || !before.Facts.OrderBy(static fact => fact.Key).SequenceEqual(state.Facts.OrderBy(static fact => fact.Key));
}
