using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.Downlink;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using EdgeGateway.Composition;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Failover;
using EdgeGateway.Uplink.Forwarding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Uplink;

/// <summary>The real store and the whole uplink in this process, and subscribers that note every reading, alone or in a batch.</summary>
internal sealed class UplinkRig : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edge-uplink-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private readonly UplinkSettings _settings;

    public UplinkRig(params int[] brokers)
    {
        Store = SqliteReadingStore.Open(
            new StoreOptions { Folder = Path.Combine(_folder, "store"), Gateway = "gw-rig" }, TimeProvider.System, new Random(1), NullLogger<SqliteReadingStore>.Instance);
        Pace = new BackfillPace(Store, TimeProvider.System);
        _settings = new UplinkSettings
        {
            Brokers = [.. brokers.Select(static port => new BrokerSettings { Host = "127.0.0.1", Port = port })],
            BackoffLeast = TimeSpan.FromMilliseconds(100), BackoffMost = TimeSpan.FromSeconds(1), ConnectTimeout = TimeSpan.FromSeconds(5),
            ReturnAfter = TimeSpan.FromSeconds(1), Backfill = new BackfillSettings { Threshold = 1_000 },
        };
    }

    public SqliteReadingStore Store { get; }

    public BackfillPace Pace { get; }

    /// <summary>What each broker's subscriber got, in order of arrival.</summary>
    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    /// <summary>What became of the subscribers' links.</summary>
    public ConcurrentQueue<string> Links { get; } = new();

    public long Waiting => Store.Status().Waiting.Sum();

    public async Task AppendAsync(int count, Lane lane = Lane.Event, string device = "cam-1")
    {
        var all = new List<Task>();
        for (int i = 0; i < count; i++)
        {
            string now = DateTimeOffset.UtcNow.ToString("O");
            all.Add(Store.AppendAsync(
                new() { Lane = lane, Device = device, Kind = "plate.read", Received = DateTimeOffset.UtcNow, Tail = Encoding.UTF8.GetBytes($"\"subject\":\"{device}\",\"at\":\"{now}\"}}") },
                default).AsTask());
        }

        await Task.WhenAll(all);
    }

    public async Task SubscribeAsync(int port)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var subscriber = new SimMqttSubscriber(
            new SimMqttOptions { Host = "127.0.0.1", Port = port, ClientId = "platform", Persistent = true },
            [Topics.DefaultRoot + "/#"],
            (_, message) =>
            {
                Note(port, message);
                return ValueTask.CompletedTask;
            })
        {
            Pause = TimeSpan.FromMilliseconds(50),
            OnState = (client, word) =>
            {
                Links.Enqueue($"{port} {word}");
                if (client is not null)
                {
                    ready.TrySetResult();
                }
            },
        };
        _running.Add(subscriber.RunAsync(_stop.Token));
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public void Start()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddTransient(static _ => new Random(1));
        services.AddSingleton<HealthBoard>();
        services.AddSingleton<FaultCounters>();
        services.AddSingleton<IClockJudge, KernelClockJudge>();
        services.AddSingleton<IReadingStore>(Store);
        services.AddSingleton<IPackedReader>(Store);
        services.AddSingleton<IParkedReadings>(Store);
        services.AddSingleton<IMediaStore>(Store);
        services.AddSingleton<IMediaIndex>(Store);
        services.AddSingleton<IGatewayMemory>(Store);
        UplinkRoom.Add(services, new GatewaySettings
        {
            Site = "site-1", Gateway = "gw-rig", Store = new StoreSettings { Folder = _folder }, Uplink = _settings, Devices = [], Digest = "c",
        });
        services.AddSingleton(new ForwarderLimits { BackfillThreshold = _settings.Backfill.Threshold, AckTimeout = TimeSpan.FromSeconds(2) });
        services.AddSingleton(new FailoverLimits { ProbeEvery = TimeSpan.FromMilliseconds(200), Steady = TimeSpan.FromMilliseconds(500) });
        services.AddSingleton<IGapLedger>(Store);
        services.AddSingleton<ICommandPort>(new NoCommands());
        services.AddSingleton(Pace);
        _running.Add(services.BuildServiceProvider().GetRequiredService<UplinkService>().RunAsync(_stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        _stop.Dispose();
    }

    private void Note(int port, SimMqttMessage message)
    {
        if (!message.Topic.Contains("/up/", StringComparison.Ordinal))
        {
            return;
        }

        bool isBatch = message.Topic.EndsWith("/up/batch", StringComparison.Ordinal);
        if (!BatchReader.TryRead(isBatch ? message.Payload : default, out var readings))
        {
            readings = [message.Payload];
        }

        foreach (var reading in readings)
        {
            // The gateway tells of itself too: manifests, and audits of a link that broke.
            var json = JsonDocument.Parse(reading).RootElement;
            if (!json.TryGetProperty("at", out var at))
            {
                continue;
            }

            var latency = DateTimeOffset.UtcNow - at.GetDateTimeOffset();
            Arrivals.Enqueue(new Arrival(port, json.GetProperty("seq").GetInt64(), json.GetProperty("subject").GetString()!, isBatch, latency));
        }
    }

    private sealed class NoCommands : ICommandPort
    {
        public ValueTask TakeAsync(string device, MqttMessage message, CancellationToken ct) => ValueTask.CompletedTask;
    }
}

/// <param name="Broker">Port of the broker it came through.</param>
/// <param name="Seq">Its number.</param>
/// <param name="Device">Its device.</param>
/// <param name="IsBatch">True when it came in a batch.</param>
/// <param name="Latency">From its making to its arrival.</param>
internal sealed record Arrival(int Broker, long Seq, string Device, bool IsBatch, TimeSpan Latency);
