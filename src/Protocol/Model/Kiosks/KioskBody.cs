namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>What every reading of a kiosk has (kiosk.md section 3.3). Nothing in it tells of a person.</summary>
public abstract record KioskBody : ReadingBody
{
    /// <summary><see cref="KioskWords.Resync"/> when it was found after the kiosk could not be seen: when it happened is not known. Null: seen as it happened.</summary>
    public string? Detected { get; init; }
}
