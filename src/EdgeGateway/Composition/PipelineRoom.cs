using EdgeGateway.Configuration;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.Passages;
using EdgeGateway.Protocol.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace EdgeGateway.Composition;

/// <summary>From driver to store.</summary>
internal static class PipelineRoom
{
    public static void Add(IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(new ReadingEnvelope(settings.Site, settings.Gateway));
        services.AddSingleton<Normaliser>();
        services.AddSingleton(new PlateStage(new PassageBook(), settings.Cameras.PassingRecord ? settings.Cameras.Hpys : null));
        services.AddSingleton<Intake>();
        HotListRoom.Add(services, settings);
        ParcelsRoom.Add(services, settings);
        AirspaceRoom.Add(services, settings);
    }
}
