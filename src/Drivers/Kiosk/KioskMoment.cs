namespace EdgeGateway.Drivers.Kiosk;

/// <summary>What is known of the message that readings are made of.</summary>
/// <param name="Told">When it was by the device's clock; null where it said nothing that can be believed.</param>
/// <param name="Detected"><see cref="Protocol.Model.Kiosks.KioskWords.Resync"/> when it was found after the kiosk could not be seen; null otherwise.</param>
/// <param name="Flags">Doubts about the message; null for none.</param>
public sealed record KioskMoment(DateTimeOffset? Told = null, string? Detected = null, IReadOnlyList<string>? Flags = null)
{
    /// <summary>Seen now, by the gateway's clock, as it happened.</summary>
    public static readonly KioskMoment Now = new();

    /// <summary>Seen now, happened at a time that nobody knows.</summary>
    public static readonly KioskMoment Resync = new(Detected: Protocol.Model.Kiosks.KioskWords.Resync);
}
