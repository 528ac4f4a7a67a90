using System.Globalization;
using EdgeGateway.Commands;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Uplink.Orders;

/// <summary>
/// <c>uplink.replay</c>: <c>{ "device": "cam-03", "why": "0x95" }</c>, both optional: parked readings go again, those of
/// the device, those whose reason contains the text. The answer's reason is <c>replayed-N</c>.
/// </summary>
public sealed class ReplayHandler(Forwarder forwarder) : ICommandHandler
{
    private const int LongestText = 128;

    public string Name => "uplink.replay";

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        var filter = new ParkedFilter(command.Args.Word("device") ?? "", command.Args.Word("why") ?? "");
        bool understood = command.Args.EnumerateObject().All(static argument => argument.Name is "device" or "why" && argument.Value.ValueKind == System.Text.Json.JsonValueKind.String);
        if (!understood || filter.Device.Length > LongestText || filter.Why.Length > LongestText)
        {
            // A misspelt filter must not put everything back.
            return CommandOutcome.Failed(OrderArguments.Bad);
        }

        int count = await forwarder.ReplayAsync(filter, ct).ConfigureAwait(false);
        return CommandOutcome.Done(string.Create(CultureInfo.InvariantCulture, $"replayed-{count}"));
    }
}
