using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.BarcodeReader.Line;

/// <summary>How a bar code reader talks and what it gets wrong. Late, missing and doubled readings are those of the mix.</summary>
public sealed record BarcodeProfile
{
    /// <summary>Devices of one line see the same parcels; empty: a line of its own.</summary>
    public string Line { get; init; } = "";

    /// <summary>Parcels a second.</summary>
    public double Rate { get; init; } = 0.5;

    public ParcelMix Mix { get; init; } = new();

    /// <summary>Stands in front of every line, control characters included.</summary>
    public string Before { get; init; } = "";

    /// <summary>Stands behind every line, control characters included.</summary>
    public string After { get; init; } = "\r\n";

    /// <summary>AIM identifier such as <c>]C1</c>; empty: none.</summary>
    public string Aim { get; init; } = "";

    /// <summary>What it says of a label that it did not read; empty: nothing.</summary>
    public string NoRead { get; init; } = "NR";

    /// <summary>Share of readings in front of which a copy with a wrong byte goes out.</summary>
    public double Garbled { get; init; }
}
