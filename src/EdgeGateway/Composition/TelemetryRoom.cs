using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace EdgeGateway.Composition;

/// <summary>Clocks, randomness, log, health.</summary>
internal static class TelemetryRoom
{
    public static void Add(ILoggingBuilder logging, IServiceCollection services)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // Why a start failed is said by the verb, in one sentence and without a stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });

        // stdout belongs to the verbs that print results.
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddSingleton(TimeProvider.System);
        services.AddTransient(_ => new Random());
        services.AddHostedService<MetricsExport>();
        services.AddSingleton<HealthBoard>();
        services.AddSingleton<FaultCounters>();
        services.AddSingleton<IClockJudge, KernelClockJudge>();
    }
}
