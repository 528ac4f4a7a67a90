namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Doubts that only parcels of a counter carry.</summary>
internal static class ParcelFlags
{
    /// <summary>The counter says that it passed, and nobody saw its decision: the next one stood in the registers already.</summary>
    public const string Skipped = "PARCELS_SKIPPED";

    /// <summary>It was seen, and its decision did not come while it stood there.</summary>
    public const string NoDecision = "NO_DECISION";

    /// <summary>The counter began anew before it.</summary>
    public const string CounterRestarted = "COUNTER_RESTARTED";

    /// <summary>The counter is further than parcels can have passed: those between are not told one by one.</summary>
    public const string CounterJumped = "COUNTER_JUMPED";

    /// <summary>The label reads as that of the parcel before: one parcel twice, or a register that was not emptied. It names no parcel then.</summary>
    public const string BarcodeRepeated = "BARCODE_REPEATED";

    /// <summary>The register holds what is no code; nothing of it is used.</summary>
    public const string BarcodeUnreadable = "BARCODE_UNREADABLE";

    /// <summary>A decision whose number the map does not know, as it came.</summary>
    public static string Unknown(int decision) => FormattableString.Invariant($"DECISION_{decision}");
}
