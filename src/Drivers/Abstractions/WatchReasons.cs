namespace EdgeGateway.Drivers.Abstractions;

/// <summary>Reasons of faults that the host acts on; all others it only counts.</summary>
public static class WatchReasons
{
    /// <summary>
    /// With <see cref="Protocol.Model.FaultKind.Busy"/>, once for each reading that the sink refused and that the device
    /// will not send again. The host tells the platform of it. A device that repeats what was not answered has lost nothing.
    /// </summary>
    public const string NotStored = "reading-not-stored";
}
