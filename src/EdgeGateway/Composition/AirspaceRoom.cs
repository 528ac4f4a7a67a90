using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.Airspace;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>Vehicles of the site, aircraft over it, and the alarms of both.</summary>
internal static class AirspaceRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(provider => Watch(provider, settings));
        services.AddSingleton<IAirspace>(provider => provider.GetRequiredService<AirWatch>());
        services.AddSingleton<AirLife>();
    }

    private static AirWatch Watch(IServiceProvider provider, GatewaySettings settings)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var log = provider.GetRequiredService<ILogger<AirWatch>>();
        var intake = provider.GetRequiredService<Intake>();
        var memory = provider.GetRequiredService<IGatewayMemory>();
        var desk = new AlarmDesk(new AlarmLines(memory), device => new Exit(intake, new DeviceFacts(device, null)), new RecordIds(time, provider.GetRequiredService<Random>()).Next, time, log);
        string[] devices = [.. settings.Devices.Where(static device => device.Enabled).Select(static device => device.Id)];
        return new AirWatch(settings.Airspace, devices, desk, new Flights(memory), time, log);
    }

    /// <summary>For alarms of a device that has not said anything since the start.</summary>
    private sealed class Exit(Intake intake, DeviceFacts facts) : IReadingSink
    {
        public ValueTask<Emitted> EmitAsync(Reading reading, CancellationToken ct) => intake.TakeAsync(reading, facts, ct);
    }
}
