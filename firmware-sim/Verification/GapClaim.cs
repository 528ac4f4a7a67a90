namespace EdgeGateway.Sim.Verification;

/// <summary>What one gap record says of numbers, and how much of it is believed.</summary>
/// <param name="from">First number.</param>
/// <param name="to">Last number.</param>
internal sealed class GapClaim(long from, long to)
{
    public long From => from;

    public long To => to;

    /// <summary>How many of the range are declared as gone.</summary>
    public long Count { get; set; }

    /// <summary>How many of the range came, of the same device and lane.</summary>
    public long Came { get; set; }

    /// <summary>Every number of the range is declared as gone.</summary>
    public bool IsWhole => Count > to - from;

    public bool Holds(long number) => number >= from && number <= to;
}
