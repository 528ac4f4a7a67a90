using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Radio;

/// <summary>
/// One message that a radio tells, and what is true about it. Where it is heard through two links, both hold the same
/// statement, and the first acknowledgement counts.
/// </summary>
/// <param name="Radio">24-bit address of who tells it.</param>
/// <param name="Slot">1 or 2.</param>
/// <param name="Service">Which port it goes through.</param>
/// <param name="Message">HDAP bytes.</param>
/// <param name="Truth">Readings that it must become; empty for answers that become none.</param>
public sealed record RadioStatement(int Radio, int Slot, RadioService Service, byte[] Message, IReadOnlyList<TruthLine> Truth)
{
    private int _noted;

    /// <summary>An answer that the gateway waits for: it overtakes what else is to be told.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Goes before everything else, as a radio does with it.</summary>
    public bool IsUrgent { get; init; }

    /// <returns>True for the first caller alone.</returns>
    public bool TakeNote() => Interlocked.Exchange(ref _noted, 1) == 0;
}
