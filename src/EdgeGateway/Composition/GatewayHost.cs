using EdgeGateway.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>Puts the rooms together and runs them until the process is told to stop.</summary>
public static class GatewayHost
{
    /// <summary>How long an orderly stop may take before the process ends anyway; nothing is lost either way.</summary>
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(20);

    /// <returns>When SIGTERM, SIGINT or <paramref name="ct"/> ended it.</returns>
    /// <exception cref="Store.StoreOpenException">The store cannot be opened, and what to do about it.</exception>
    /// <exception cref="IOException">The port of the device inbox is taken.</exception>
    public static async Task RunAsync(GatewaySettings settings, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_stopLimit);
        TelemetryRoom.Add(builder.Logging, builder.Services);
        builder.Services.AddSingleton(settings);
        StoreRoom.Add(builder.Services, settings);
        PipelineRoom.Add(builder.Services, settings);
        DevicesRoom.Add(builder.Services, settings);
        CommandsRoom.Add(builder.Services, settings);
        UplinkRoom.Add(builder.Services, settings);
        builder.Services.AddHostedService<GatewayLife>();
        using var host = builder.Build();
        await host.RunAsync(ct).ConfigureAwait(false);
    }
}
