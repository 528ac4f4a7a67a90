using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Generic.Http;
using EdgeGateway.Drivers.Generic.Mqtt;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Generic.Http;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Drivers.Transport.Brokers;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Tests.Drivers.Generic;

/// <summary>A person's data in every member of every message, also where a map points at it, reaches no reading, no log line and no memory.</summary>
public sealed class GenericPrivacyTests
{
    private const string Picture = "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL";

    private static readonly string[] s_seeds = ["欧阳娜娜", "11010519491231002X", "110105194912310021", "13800138000", "6222021234567890123", Picture];

    /// <summary>Points at the seeds wherever a map can point, and lets every text through that it can.</summary>
    private static readonly string s_map = """
        { "rules": [
          { @, "kind": "sensor.event", "type": "free", "name": { "path": "a", "free": true }, "nativeId": [ "a" ], "values": [ { "name": "t", "path": "a", "as": "text", "free": true } ] },
          { @, "kind": "sensor.event", "type": "plain", "name": { "path": "a" }, "nativeId": [ "a" ] },
          { @, "kind": "sensor.reading", "type": "listed", "nativeId": [ "a" ], "values": [ { "name": "t", "path": "a", "as": "text", "texts": [ "x" ] }, { "name": "n", "path": "n" } ] },
          { @, "kind": "sensor.alarm", "type": "alarm", "alarm": "a", "name": { "path": "a", "free": true }, "active": { "path": "on" }, "nativeId": [ "a" ], "time": { "path": "a" } },
          { @, "kind": "sensor.alarm", "type": "topic", "alarm": "b", "topic": "x/{who}", "name": { "path": "{who}" }, "severity": { "path": "a", "texts": { "1": "minor" } }, "position": { "lat": "a", "lon": "a" } }
        ] }
        """.Replace("@", """ "when": [ { "path": "a", "exists": true } ] """, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Messages_WithAPersonInEveryMember_TellNothingOfHim(bool overMqtt)
    {
        var log = new LogLines();
        var memory = new FakeMemory();
        var sink = new FakeSink();
        await using var inbox = await InboxRig.StartAsync();
        var brokers = new FakeSiteBrokers();
        var host = new FakeHost(inbox.Inbox, new FakeTimeProvider()) { Memory = memory, Brokers = brokers };
        var context = host.Context with { Log = log };
        var map = MapSite.Map(s_map);
        await using IDeviceDriver driver = overMqtt
            ? new GenericMqttDriver(context, new GenericMqttOptions { Broker = new SiteBrokerOptions { Host = "broker", ClientId = "gw" }, Topics = ["#"], Map = map })
            : new GenericHttpDriver(context, new GenericHttpOptions { Token = new Secret("t0ken-of-cam-1"), Map = map });
        using var stop = new CancellationTokenSource();
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);
        var post = new CounterRig(inbox.Inbox.Port);

        foreach (string seed in s_seeds)
        {
            foreach (string message in Messages(seed))
            {
                await (overMqtt ? brokers.SendAsync($"x/{seed}", message) : post.PostAsync(message, path: $"/x/{Uri.EscapeDataString(seed)}"));
                Assert.DoesNotContain(seed, post.Answer, StringComparison.Ordinal);
            }
        }

        await stop.CancelAsync();
        await Record.ExceptionAsync(() => running);
        Assert.True(sink.Entered.Count > s_seeds.Length, $"{sink.Entered.Count} readings are few");
        string all = string.Join('\n', [.. sink.Entered.Select(Written), .. sink.Entered.Select(reading => reading.RepeatKey), .. log, .. memory.Values.Select(System.Text.RegularExpressions.Regex.Unescape), .. host.Faults.Select(fault => fault.Reason)]);
        Assert.Contains(log, line => line.Contains("no rule", StringComparison.Ordinal));
        Assert.All(s_seeds, seed => Assert.DoesNotContain(seed, all, StringComparison.Ordinal));
        Assert.DoesNotContain("1010519491231002", all, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Messages(string seed)
    {
        string text = JsonSerializer.Serialize(seed);
        string number = seed.All(char.IsAsciiDigit) ? seed : "1";
        return
        [
            $$"""{ "a": "姓名：{{seed}} 卡号 {{seed}}", "n": {{number}}.5, "on": true }""",
            $$"""{ "a": {{number}}, "n": 1, "on": true, "idNumber": {{text}} }""",
            $$"""{ "a": { "b": {{text}} }, "on": {{text}} }""",
            $$"""[ { {{text}}: {{text}}, "n": {{text}} } ]""",
            $$"""{ "a": {{text}} """,
        ];
    }

    private static string Written(Reading reading) =>
        JsonSerializer.Serialize(reading.Body, reading.Body.GetType(), new JsonSerializerOptions(BodyJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private sealed class LogLines : ConcurrentQueue<string>, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Enqueue(formatter(state, exception));
    }
}
