using EdgeGateway.Commands;
using EdgeGateway.Commands.Parcels;
using EdgeGateway.Configuration;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Store;
using EdgeGateway.Telemetry.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>One record per parcel, and what a station does in an hour.</summary>
internal static class ParcelsRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(provider => Stage(provider, settings));
        services.AddSingleton<ParcelRates>();
        services.AddSingleton<ParcelLife>();
        services.AddSingleton<ICommandHandler, NoteHandler>();
    }

    private static ParcelStage Stage(IServiceProvider provider, GatewaySettings settings)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var log = provider.GetRequiredService<ILogger<ParcelStage>>();
        var teller = new ParcelTeller(provider.GetRequiredService<ReadingEnvelope>(), provider.GetRequiredService<IClockJudge>());
        var keeper = new ParcelKeeper(provider.GetRequiredService<SqliteReadingStore>().Parcels, provider.GetRequiredService<IReadingStore>(), teller, time, log);
        return new ParcelStage(new ParcelShelf(settings.Inspection), keeper, time, provider.GetRequiredService<Random>(), log);
    }
}
