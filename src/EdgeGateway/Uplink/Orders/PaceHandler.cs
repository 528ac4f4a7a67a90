using System.Text.Json;
using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Uplink.Orders;

/// <summary>
/// <c>uplink.pace</c>: <c>{ "backfill": "run|slow|stop", "readingsPerSecond": N, "forSeconds": S }</c>. The number only
/// with <c>slow</c>, 1 to 1,000,000; the time may be missing, 1 to 604,800.
/// </summary>
public sealed class PaceHandler(BackfillPace pace) : ICommandHandler
{
    private const int MostReadingsPerSecond = 1_000_000;

    public string Name => "uplink.pace";

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        int? rate = OrderArguments.Whole(command.Args, "readingsPerSecond", MostReadingsPerSecond);
        int? seconds = OrderArguments.Whole(command.Args, "forSeconds", (int)BackfillPace.Longest.TotalSeconds);
        if (Speed(command.Args) is not { } speed || (speed == BackfillSpeed.Slow && rate is null) || (seconds is null && command.Args.TryGetProperty("forSeconds", out _)))
        {
            return CommandOutcome.Failed(OrderArguments.Bad);
        }

        try
        {
            await pace.SetAsync(speed, rate ?? 0, seconds is { } span ? TimeSpan.FromSeconds(span) : null, ct).ConfigureAwait(false);
            return CommandOutcome.Done();
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Done("until-restart");
        }
    }

    private static BackfillSpeed? Speed(JsonElement args) => args.Word("backfill") switch
    {
        "run" => BackfillSpeed.Run,
        "slow" => BackfillSpeed.Slow,
        "stop" => BackfillSpeed.Stop,
        _ => null,
    };
}
