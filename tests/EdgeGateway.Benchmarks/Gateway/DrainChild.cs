using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Store;
using EdgeGateway.Uplink;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>The product's store and forwarder with a full backlog, while events and alarms are appended at a steady rate.</summary>
internal sealed class DrainChild(int broker, string folder, int threshold, int count, TextWriter output)
{
    public const string Gateway = "gw-drain";

    private const int EventsPerSecond = 200;
    private const int AlarmsPerSecond = 50;

    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(20);

    private readonly ReadingEnvelope _envelope = new("440100000012100001", Gateway);
    private long _live;

    public static Task<int> RunAsync(string[] args, TextWriter output) =>
        new DrainChild(Number(args[0]), args[1], Number(args[2]), Number(args[3]), output).RunAsync();

    private async Task<int> RunAsync()
    {
        var time = TimeProvider.System;
        await using var store = SqliteReadingStore.Open(
            new StoreOptions { Folder = folder, Gateway = Gateway }, time, new Random(), NullLogger<SqliteReadingStore>.Instance);
        using var meter = new UplinkMeter(store);
        var settings = new UplinkSettings { Brokers = [], Confirm = ConfirmChoice.Broker };
        var mode = new ConfirmationMode(settings, store, NullLogger<ConfirmationMode>.Instance);
        var delivery = new Delivery(store, store, mode, new ConfirmationLimits(), time, NullLogger<Settler>.Instance);
        var forwarder = new Forwarder(
            store, store, store, store, delivery, new Topics(Topics.DefaultRoot, "440100000012100001", Gateway), new Audience(time), new BackfillPace(store, time), meter,
            new ForwarderLimits { BackfillThreshold = threshold }, time, NullLogger<Forwarder>.Instance);
        var connector = new MqttConnector(new TcpDialer(), new BrokerVersions(store), time, NullLogger<MqttConnector>.Instance);
        var (client, agreed) = await connector.ConnectAsync(new MqttConnect { Host = "127.0.0.1", Port = broker, Version = 5, ClientId = Gateway }, default);
        await using (client)
        {
            using var stop = new CancellationTokenSource();
            using var quiet = new CancellationTokenSource();
            var watch = Stopwatch.StartNew();
            var forwarding = forwarder.RunAsync(new Link(client, agreed, new SendWindow(agreed.Window), meter), stop.Token);
            var live = LiveAsync(store, quiet.Token);
            await DrainedAsync(store);
            double seconds = watch.Elapsed.TotalSeconds;
            await quiet.CancelAsync();
            await live;
            await EmptyAsync(store);
            double empty = watch.Elapsed.TotalSeconds;
            await stop.CancelAsync();
            await forwarding;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"seconds\":{seconds:0.000},\"emptySeconds\":{empty:0.000},\"sent\":{count + _live},\"megabytes\":{ProcessMemory.Megabytes(Environment.ProcessId, "VmHWM"):0.0}}}"));
        }

        return 0;
    }

    /// <summary>The backlog is through when fewer wait than live ones come in a moment.</summary>
    private static async Task DrainedAsync(SqliteReadingStore store)
    {
        while (store.Status().Waiting.Sum() > EventsPerSecond)
        {
            await Task.Delay(5);
        }
    }

    private static async Task EmptyAsync(SqliteReadingStore store)
    {
        while (store.Status() is var status && (status.Waiting.Sum() > 0 || status.MediaWaiting > 0))
        {
            await Task.Delay(5);
        }
    }

    private async Task LiveAsync(SqliteReadingStore store, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(s_tick);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                for (int i = 0; i < EventsPerSecond * s_tick.TotalSeconds; i++)
                {
                    _ = AppendAsync(store, Lane.Event, "live");
                }

                for (int i = 0; i < AlarmsPerSecond * s_tick.TotalSeconds; i++)
                {
                    _ = AppendAsync(store, Lane.Alarm, "door");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The backlog is through.
        }
    }

    private async Task AppendAsync(SqliteReadingStore store, Lane lane, string device)
    {
        _live++;
        var now = DateTimeOffset.UtcNow;
        var reading = new Reading
        {
            Device = device, Driver = "hikvision-anpr", Lane = lane, Time = now, TimeFrom = TimeOrigin.Gateway, Received = now,
            Body = new PlateReadBody { Plate = new PlateInfo { Raw = "粤A12345", Text = "粤A12345", Outcome = "VALID" } },
        };
        await store.AppendAsync(new PendingReading { Lane = lane, Device = device, Kind = reading.Body.Kind, Received = now, Tail = _envelope.Tail(reading) }, default);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
