namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>What is asked of one sort of device, and what is told of the answers.</summary>
internal interface ISnmpProfile
{
    /// <summary>Asks everything once and tells what is due.</summary>
    /// <exception cref="Abstractions.DeviceFaultException">It does not answer.</exception>
    /// <exception cref="Abstractions.StoreRefusedException">The disk refuses; what was not told is due in the next round.</exception>
    Task TakeRoundAsync(CancellationToken ct);

    /// <summary>Says whether the device answers.</summary>
    /// <param name="isUp">Whether it does.</param>
    /// <param name="repeatKey">By what a repeat is known.</param>
    /// <param name="ct">Stopping.</param>
    Task TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct);
}
