using System.Collections.Concurrent;
using System.Text.Json;
using EdgeGateway.Commands;
using EdgeGateway.Configuration;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>The whole room with a clock, a disk and devices of its own; the disk survives <see cref="RestartAsync"/>.</summary>
public sealed class CommandSite : ICommandReplies, IClockJudge, IAsyncDisposable
{
    private readonly CommandSettings _settings;
    private CommandJudge _judge;
    private CommandQueues? _queues;

    public CommandSite(Func<CommandSettings, CommandSettings>? change = null)
    {
        var settings = new CommandSettings { Keys = [Ops.Settings(["uplink.*", "radio.send-text"], ["*"])] };
        _settings = change?.Invoke(settings) ?? settings;
        _judge = new CommandJudge(_settings);
        Inbox = Build();
    }

    public CommandSigner Ops { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public CommandMemoryFake Memory { get; } = new();

    public InMemoryReadingStore Store { get; } = new() { Gateway = "gw-1" };

    public HandlerFake Pace { get; } = new("uplink.pace");

    public OrdersFake Orders { get; } = new();

    public FaultCounters Counters { get; } = new();

    public ConcurrentQueue<CommandReply> Replies { get; } = new();

    public ClockQuality Clock { get; set; } = ClockQuality.Synchronised;

    public CommandInbox Inbox { get; private set; }

    public IReadOnlyList<JsonElement> Results => Data(CommandResultBody.KindName);

    public IReadOnlyList<JsonElement> Audit => Data(AuditBody.KindName);

    /// <summary>State and reason of every quick answer, as <c>refused/unsigned</c>.</summary>
    public string[] Said => [.. Replies.Select(reply => $"{reply.Answer.State}/{reply.Answer.Reason}")];

    public static async Task<CommandSite> StartedAsync(Func<CommandSettings, CommandSettings>? change = null)
    {
        var site = new CommandSite(change);
        await site.Inbox.StartAsync();
        return site;
    }

    public string Payload(string id, string name = "uplink.pace", string device = "gateway", TimeSpan? issued = null, TimeSpan? valid = null) =>
        CommandSigner.Payload(id, name, device, Time.GetUtcNow() + (issued ?? TimeSpan.Zero), valid ?? TimeSpan.FromMinutes(1)).ToJsonString();

    public Task SendAsync(string payload, string device = "gateway") => SendAsync(Ops.Envelope(payload), device);

    public Task SendAsync(byte[] envelope, string device = "gateway", CommandReplyTo? to = null) =>
        Inbox.TakeAsync(device, envelope, to, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

    public Task SaidAsync(params string[] answers) =>
        Eventually.TrueAsync(() => Said.Length >= answers.Length, $"{string.Join(' ', answers)}, and not only {string.Join(' ', Said)}")
            .ContinueWith(_ => Assert.Equal(answers, Said), TaskScheduler.Default);

    /// <summary>The power goes: nothing that runs gets to say anything more. Then the process starts again on the same disk.</summary>
    public async Task RestartAsync()
    {
        Replies.Clear();
        _judge = new CommandJudge(_settings);
        Inbox = Build();
        await Inbox.StartAsync();
    }

    public void Send(CommandReply reply) => Replies.Enqueue(reply);

    public ClockVerdict Now() => new(Clock, null);

    public async ValueTask DisposeAsync()
    {
        await Inbox.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Inbox.Dispose();
        _queues?.Dispose();
        _judge.Dispose();
        Ops.Dispose();
    }

    private CommandInbox Build()
    {
        var devices = new Dictionary<string, DeviceAbilities>
        {
            ["radio-1"] = new(["radio.send-text", "radio.request-position"], ["radio.send-text"]),
            ["radio-2"] = new(["radio.send-text"], ["radio.send-text"]),
            ["cam-1"] = new([], []),
        };
        var targets = new CommandTargets(devices, [Pace], Orders);
        var clock = new CommandClock(_settings, Time, this);
        var ledger = new CommandLedger(Memory, Time, _settings.ClockAllowance);
        var intake = new Intake(new Normaliser(this), new ReadingEnvelope("site-1", "gw-1"), Store);
        var desk = new CommandDesk(ledger, new CommandRecords(intake, targets, Time), this, Counters, Time, NullLogger<CommandDesk>.Instance);
        _queues = new CommandQueues(targets, clock, desk, _settings, Time, NullLogger<CommandQueues>.Instance);
        var rate = new CommandRate(_settings.PerSecond, _settings.Burst, Time);
        return new CommandInbox(_judge, clock, rate, targets, ledger, desk, _queues, NullLogger<CommandInbox>.Instance);
    }

    private IReadOnlyList<JsonElement> Data(string kind) =>
        [.. Store.All.Where(reading => reading.Kind == kind).Select(reading => JsonDocument.Parse(reading.Payload).RootElement.GetProperty("data"))];
}
