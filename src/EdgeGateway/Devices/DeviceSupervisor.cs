using System.Collections.Concurrent;
using EdgeGateway.Devices.Clocks;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Pipeline;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices;

/// <summary>Starts one loop a device and ends them all together; tells what the store could not take meanwhile.</summary>
public sealed class DeviceSupervisor(
    IReadOnlyList<DevicePlan> plans,
    Intake intake,
    DeviceTransports transports,
    HealthBoard board,
    DeviceLimits limits,
    TimeProvider time,
    Random random,
    ILoggerFactory logs,
    IHotListDesk? hotList = null,
    IDeviceMemories? memories = null,
    IAirspace? airspace = null) : IDeviceOrders
{
    private readonly ConcurrentDictionary<string, DeviceConversation> _conversations = new(StringComparer.Ordinal);
    private readonly SharedShelf _shared = new();

    /// <summary>Completes when every device has said goodbye after <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var losses = new List<DeviceLosses>();
        var clocks = new List<(DevicePlan, DeviceClock)>();
        List<DeviceLoop> loops = [.. plans.Select(plan => Loop(plan, losses, clocks))];
        var reporter = new LossReporter(losses, intake, time, logs.CreateLogger<LossReporter>());
        var reporting = reporter.RunAsync(stop);
        var watching = new ClockReporter(clocks, limits, intake, time, logs.CreateLogger<ClockReporter>()).RunAsync(stop);
        await Task.WhenAll(loops.Select(loop => loop.RunAsync(stop))).ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        await reporting.ConfigureAwait(false);
        await reporter.ReportAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<CommandOutcome> ExecuteAsync(string device, DeviceCommand command, CancellationToken ct) =>
        _conversations.TryGetValue(device, out var conversation)
            ? conversation.ExecuteAsync(command, ct)
            : ValueTask.FromResult(CommandOutcome.Failed("offline"));

    /// <inheritdoc/>
    public string TargetOf(string device, DeviceCommand command) =>
        _conversations.TryGetValue(device, out var conversation) ? conversation.TargetOf(command) : string.Empty;

    private DeviceLoop Loop(DevicePlan plan, List<DeviceLosses> losses, List<(DevicePlan, DeviceClock)> clocks)
    {
        var log = logs.CreateLogger($"device.{plan.Id}");
        var watch = new DeviceWatch(plan, limits, time, board, log);
        losses.Add(watch.Losses);
        clocks.Add((plan, watch.ItsClock));
        board.Register(plan.Id, watch.Now);
        var context = new DriverContext
        {
            Device = plan.Id, Time = time, Log = log, Watch = watch, Transports = transports, Zone = plan.Zone,
            HotList = hotList, Airspace = airspace, Memory = memories?.Of(plan.Id), Shared = _shared,
        };

        // Each loop has its own generator: one generator shared by many threads repeats itself.
        var loop = new DeviceLoop(plan, context, new DeviceSink(plan, intake, watch), watch, limits, new Random(random.Next()));
        _conversations[plan.Id] = loop.Conversation;
        return loop;
    }
}
