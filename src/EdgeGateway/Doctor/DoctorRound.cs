using System.Net;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Onvif;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Doctor;

/// <summary>All checks, side by side, told in their order.</summary>
public sealed class DoctorRound(IReadOnlyList<IDoctorCheck> checks)
{
    /// <summary>The checks for one gateway.</summary>
    /// <param name="settings">Its configuration.</param>
    /// <param name="discover">Where to look for devices; null looks for none.</param>
    /// <param name="time">Whose clock the devices are held against.</param>
    public static DoctorRound Of(GatewaySettings settings, IPEndPoint? discover, TimeProvider time)
    {
        var health = new OnvifHealth(new HttpCaller(time), time);
        IEnumerable<IDoctorCheck> devices = settings.Devices
            .Where(device => device.Enabled && device.Options is IHasOnvif { Onvif: not null })
            .Select(device => new OnvifCheck(device.Id, ((IHasOnvif)device.Options).Onvif!, device.Zone, health));
        IDoctorCheck[] network = discover is null ? [] : [new DiscoveryCheck(new OnvifDiscovery(new DatagramQuestion(time)), discover)];
        return new DoctorRound([.. devices, .. network]);
    }

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken ct)
    {
        var results = await Task.WhenAll(checks.Select(check => check.RunAsync(ct))).ConfigureAwait(false);
        return [.. results.SelectMany(result => result)];
    }
}
