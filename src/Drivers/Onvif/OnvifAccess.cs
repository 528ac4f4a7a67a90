using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Onvif;

/// <summary>How a device is asked over ONVIF.</summary>
/// <param name="Service">Address of its device service.</param>
/// <param name="User">User for what is not told to everybody, or null.</param>
/// <param name="Password">Password of that user.</param>
/// <param name="CertificateSha256">Only with https: SHA-256 of the device's own certificate, or null.</param>
public sealed record OnvifAccess(Uri Service, string? User = null, Secret? Password = null, string? CertificateSha256 = null);

/// <summary>Options of a driver whose devices may speak ONVIF beside their own language.</summary>
public interface IHasOnvif
{
    /// <summary>Null when the settings name no address.</summary>
    OnvifAccess? Onvif { get; }
}
