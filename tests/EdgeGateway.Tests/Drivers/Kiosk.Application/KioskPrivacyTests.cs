using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>What tells of a person is put into everything that a kiosk can send, and is looked for in everything that the driver makes (kiosk.md section 3.5).</summary>
public sealed class KioskPrivacyTests
{
    private static readonly string[] s_seeds =
    [
        "王小明", "欧阳建国", "Zhang Weiming", "11010519491231002X", "11010519491231002x", "6222021234567890123", "13800138000", "+86 138-0013-8000",
        "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJ", "姓名：王小明 证件 11010519491231002X",
    ];

    /// <summary>Pieces by which one would be known.</summary>
    private static readonly string[] s_traces =
        ["王小明", "小明", "欧阳", "Zhang", "Weiming", "110105", "19491231", "62220212", "67890123", "138001", "0138000", "138-0013", "9j/4AAQ", "SkZJRg"];

    private static readonly string[] s_messages =
    [
        """{"type":"transaction","time":"2026-11-22T11:32:00+08:00","session":"5b0e1c0c-8f0e-4d6f-9a55-0d8f6a6c9c11","business":"hkm.endorse","outcome":"done","reason":"jam","began":"2026-11-22T11:30:00+08:00","durationMs":5,"steps":[{"step":"pay","durationMs":5,"result":"ok"}],"payment":{"channel":"cash","result":"paid","amountFen":5},"media":{"issued":1,"retained":0}}""",
        """{"type":"counters","time":"2026-11-22T11:32:00+08:00","counters":{"sessions":1,"prints":2,"cardsIssued":3,"cardsRetained":4,"cuts":5,"jams":6,"opens":7,"powerOns":8}}""",
        """{"type":"state","time":"2026-11-22T11:32:00+08:00","mode":"in-service","application":"4.2.1","uptimeSeconds":5,"alarms":[{"alarm":"tamper","name":"front","code":"E1207"}]}""",
        """{"type":"heartbeat","mode":"in-service","application":"4.2.1","uptimeSeconds":5}""",
        """{"type":"modules","whole":false,"modules":[{"module":"Slot","class":"CardReader","status":2,"parts":[{"name":"media","state":"jammed"}],"code":"E1207","alarms":[{"alarm":"jam","name":"slot","code":"E1"}]}]}""",
        """{"type":"supplies","supplies":[{"module":"Printer","name":"upper","supply":"paper","state":"out","fills":false,"percent":5,"count":1,"capacity":9}]}""",
    ];

    [Fact]
    public async Task Say_SeedsInEveryMemberKnownAndUnknown_NothingOfThemIsKept()
    {
        using var talk = new KioskTalk();
        var seen = new StringBuilder();
        foreach (string body in s_messages.SelectMany(Seeded))
        {
            seen.Append((await talk.SayAsync(body)).ToAnswer().Body);
            await talk.SayAsync($"[{body}]\n{body}");
        }

        seen.AppendJoin('\n', talk.Faults.Distinct()).Append(talk.Everything()).AppendJoin('\n', talk.Host.Memory.Values);
        Clean(seen.ToString());
        Assert.True(talk.Told.Count > 100, $"{talk.Told.Count} readings");
        Assert.Contains("sensitive-dropped-supplies", talk.Faults);
    }

    [Fact]
    public void Decode_Seeds_ShowsNothingOfThem()
    {
        var frames = s_messages.SelectMany(Seeded).SelectMany(body => new KioskDecoder().Decode(Encoding.UTF8.GetBytes(body), new Dictionary<string, string>())).ToList();

        Clean(string.Join('\n', frames.Select(frame => $"{frame.Type} {frame.Fault} {frame.Why} {Shown(frame.Fields)}")));
        Assert.Contains(frames, frame => frame.Fields is not null);
    }

    [Fact]
    public async Task Post_SeedsInPathQueryAndHeaders_NothingOfThemIsKept()
    {
        using var log = new HeardLog();
        var counters = new Counters();
        await using var inbox = new HttpInbox(new HttpInboxOptions(), TimeProvider.System, counters, log);
        await inbox.StartAsync(CancellationToken.None);
        var host = new FakeHost(inbox);
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        await using var driver = new KioskApplicationDriver(host.Context with { Log = log }, new KioskApplicationOptions { Token = new Secret("t0ken-of-cam-1") });
        var running = driver.RunAsync(sink, stop.Token);
        var seen = new StringBuilder();
        foreach (string seed in s_seeds)
        {
            string escaped = Uri.EscapeDataString(seed);
            foreach (string target in new[] { $"/cam-1/t0ken-of-cam-1/messages?name={escaped}", $"/cam-1/t0ken-of-cam-1/{escaped}", $"/{escaped}/t0ken-of-cam-1", $"/cam-1/{escaped}" })
            {
                using var peer = await RawPeer.ConnectAsync(inbox.Port);
                string body = KioskWriting.Beat("in-service");
                await peer.SendAsync($"POST {target} HTTP/1.1\r\nHost: gateway\r\nX-Name: {escaped}\r\nUser-Agent: {escaped}\r\nContent-Type: application/json; charset=\"{escaped}\"\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}");
                seen.Append(await peer.ReadStatusAsync()).Append('\n');
            }
        }

        Assert.Equal(s_seeds.Length, seen.ToString().Split('\n').Count(status => status == "200"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await inbox.StopAsync(CancellationToken.None);
        Clean(string.Join('\n', [.. log.Lines, .. counters.Told, .. host.Faults.Select(fault => fault.Reason), .. host.Memory.Values, .. sink.Entered.Select(reading => reading.ToString())]));
    }

    [Fact]
    public async Task Spool_SeedsInNamesAndFiles_AreToldByNothingAndReadFilesAreGone()
    {
        using var log = new HeardLog();
        await using var rig = new KioskSpoolRig();
        var host = new FakeHost(null!) { Folders = new DropFolders(TimeProvider.System, log) };
        var sink = new FakeSink();
        using var stop = new CancellationTokenSource();
        await using var driver = new KioskApplicationDriver(host.Context with { Log = log }, rig.Options);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink, stop.Token);
        foreach (string seed in s_seeds)
        {
            rig.Rename($"{seed.Replace('/', '_')}.json", s_messages[0][..^1] + $",\"name\":\"{seed}\"}}");
        }

        rig.Rename("王小明-bad.json", "[7]");
        await Eventually.TrueAsync(() => Directory.GetFiles(rig.Folder, "*.json").Length == 0, "all files are read");
        Assert.Empty(Directory.GetFiles(Path.Combine(rig.Folder, "done")));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(rig.Folder, "quarantine")).Length);

        Directory.Delete(Path.Combine(rig.Folder, "quarantine"), recursive: true);
        File.WriteAllText(Path.Combine(rig.Folder, "quarantine"), "in the way");
        rig.Rename("王小明-again.json", "[7]");
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        await stop.CancelAsync();
        Clean(string.Join('\n', [fault.ToString(), .. log.Lines, .. host.Faults.Select(one => one.Reason), .. host.Memory.Values, .. sink.Entered.Select(reading => reading.ToString())]));
    }

    private static void Clean(string all)
    {
        foreach (string trace in s_traces)
        {
            int at = all.IndexOf(trace, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, $"{trace} in ...{(at < 0 ? string.Empty : all[Math.Max(0, at - 80)..Math.Min(all.Length, at + 40)])}...");
        }
    }

    private static string? Shown(JsonObject? fields) => fields?.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The message with each seed in the place of each of its values, as the name of a member, and as members that nobody knows.</summary>
    private static IEnumerable<string> Seeded(string message)
    {
        foreach (string seed in s_seeds)
        {
            string[] places = [.. Leaves(JsonNode.Parse(message)!).Select(leaf => leaf.GetPath())];
            foreach (int place in Enumerable.Range(0, places.Length))
            {
                var changed = JsonNode.Parse(message)!;
                Leaves(changed).ElementAt(place).ReplaceWith(JsonValue.Create(seed));
                yield return changed.ToJsonString();
            }

            var more = JsonNode.Parse(message)!.AsObject();
            foreach (string name in new[] { "name", "citizenId", "photo", "phone", "detail", seed })
            {
                more[name] = new JsonObject { ["text"] = seed, ["list"] = new JsonArray(seed) };
            }

            yield return more.ToJsonString();
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)),
        _ => [node],
    };

    private sealed class Counters : IInboxCounters
    {
        public ConcurrentQueue<string> Told { get; } = new();

        public void Refused(string device, string reason) => Told.Enqueue($"{device}:{reason}");
    }

    private sealed class HeardLog : ILogger, ILoggerFactory
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }
}
