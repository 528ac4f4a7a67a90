namespace EdgeGateway.Protocol.Kiosks;

/// <summary>What is used up, and what fills.</summary>
public sealed record KioskSupplies : KioskMessage
{
    public const string TypeName = "supplies";

    public override string Type => TypeName;

    public required IReadOnlyList<KioskSupplySaid> Supplies { get; init; }
}

/// <summary>One supply.</summary>
/// <param name="Module">In which part.</param>
/// <param name="Name">Which one of it.</param>
/// <param name="Supply">A code.</param>
/// <param name="State">A code.</param>
/// <param name="Fills">Null where it does not say.</param>
/// <param name="Percent">0 to 100.</param>
/// <param name="Count">0 and more.</param>
/// <param name="Capacity">0 and more.</param>
public sealed record KioskSupplySaid(string Module, string Name, string Supply, string State, bool? Fills, double? Percent, long? Count, long? Capacity);
