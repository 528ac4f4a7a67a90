namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>One thing to be told of one parcel.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Key">By what a repeat of this statement is known.</param>
/// <param name="At">When it was seen.</param>
/// <param name="Mark">What is to be remembered once it is safe.</param>
public sealed record ParcelStatement(long Sequence, string Key, DateTimeOffset At, ParcelMark Mark)
{
    /// <summary>The machine's decision; null when nobody saw one.</summary>
    public int? Decision { get; init; }

    /// <summary>The operator's decision; null when the machine speaks.</summary>
    public int? Operator { get; init; }

    public string? Barcode { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];
}
