using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>Puts the rooms together and runs them until the process is told to stop; anew when the store was found damaged, because a start salvages.</summary>
public static class GatewayHost
{
    /// <summary>Lives in a row that may end with a damaged store.</summary>
    private const int AnewMost = 3;

    /// <summary>A life that lasted so long begins a new row.</summary>
    private static readonly TimeSpan s_calm = TimeSpan.FromMinutes(10);

    /// <summary>How long an orderly stop may take before the process ends anyway; nothing is lost either way.</summary>
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(20);

    /// <returns>When SIGTERM, SIGINT or <paramref name="ct"/> ended it.</returns>
    /// <exception cref="Store.StoreOpenException">The store cannot be opened, and what to do about it.</exception>
    /// <exception cref="IOException">The port of the device inbox is taken.</exception>
    public static async Task RunAsync(GatewaySettings settings, CancellationToken ct)
    {
        int anew = 0;
        for (var life = await LiveAsync(settings, ct).ConfigureAwait(false); life.StoreDamaged; life = await LiveAsync(settings, ct).ConfigureAwait(false))
        {
            // A disk that damages faster than it is salvaged is no case for starting again and again.
            anew = life.Lasted > s_calm ? 1 : anew + 1;
            if (anew > AnewMost || ct.IsCancellationRequested)
            {
                throw new StoreOpenException(new Words(
                    $"The store in {settings.Store.Folder} was found damaged {anew} times in a row; have the disk checked.",
                    $"存储 {settings.Store.Folder} 连续 {anew} 次发现损坏，请检查磁盘。"));
            }
        }
    }

    /// <returns>How one life of the host ended.</returns>
    private static async Task<(bool StoreDamaged, TimeSpan Lasted)> LiveAsync(GatewaySettings settings, CancellationToken ct)
    {
        long began = TimeProvider.System.GetTimestamp();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_stopLimit);
        TelemetryRoom.Add(builder.Logging, builder.Services);
        builder.Services.AddSingleton(settings);
        StoreRoom.Add(builder.Services, settings);
        PipelineRoom.Add(builder.Services, settings);
        DevicesRoom.Add(builder.Services, settings);
        UplinkRoom.Add(builder.Services, settings);
        builder.Services.AddHostedService<GatewayLife>();
        using var host = builder.Build();
        var damaged = host.Services.GetRequiredService<SqliteReadingStore>().Damaged;
        await host.RunAsync(ct).ConfigureAwait(false);
        return (damaged.IsCompleted, TimeProvider.System.GetElapsedTime(began));
    }
}
