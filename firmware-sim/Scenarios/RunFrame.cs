using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>What all devices of one run share.</summary>
/// <param name="Seed">Same seed and same start, same traffic.</param>
/// <param name="Start">True time of the beginning.</param>
/// <param name="End">Nothing new happens from here on.</param>
/// <param name="Ledger">Where they note what they told.</param>
/// <param name="Time">Clock.</param>
public sealed record RunFrame(ulong Seed, DateTimeOffset Start, DateTimeOffset End, ITruthLedger Ledger, TimeProvider Time)
{
    /// <summary>Where radio links hear each other's radios.</summary>
    public RadioAir Air { get; } = new();

    /// <summary>Where they note what must never come out of a gateway.</summary>
    public ISeedList Seeds { get; init; } = new SeedFile(null);
}
