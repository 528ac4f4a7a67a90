using System.Text;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Tests.Protocol.Dahua;

/// <summary>Damaged streams, bodies and answers, as many as asked for: none may throw, and a good event behind each is read.</summary>
public static class DahuaFuzz
{
    private const string ContentType = "multipart/x-mixed-replace; boundary=myboundary";

    private static readonly DahuaPlace s_place = new() { Device = "cam-1" };
    private static readonly DateTimeOffset s_received = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] s_good = GoodEvent();

    private static readonly string[] s_tokens =
    [
        "--myboundary\r\n", "--myboundary--", "\r\n", "\n", "=", "[", "]", "[99999999999]", "[-1]", ".", "Events[0].", "Events[1].", "Code=", ";data={", "{", "}",
        "\"", "\\u", "\\uD800", ",", ":", "[[[[[[[[", "{\"a\":", "null", "1e999", "-9223372036854775809", "Content-Length: 99999999999", "Content-Length: 16777216\r\n",
        "Content-Length:9\r\n", "Heartbeat", "\0", "\u00FF", "UTC=99999999999999999999", "UTC=-1", "LocaleTime=9999-12-31 23:59:59", "BoundingBox[3]=NaN", "items[0].",
    ];

    /// <summary>Mutates captures, reads each in every way there is, and as a stream with a good event behind it.</summary>
    /// <param name="count">Inputs to try.</param>
    /// <param name="seed">The same seed tries the same inputs.</param>
    public static void Run(int count, int seed)
    {
        var random = new Random(seed);
        byte[][] corpus = Corpus();
        for (int i = 0; i < count; i++)
        {
            byte[] body = Mutate(corpus[random.Next(corpus.Length)], corpus, random);
            try
            {
                TryBody(body, random);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"body {i} of seed {seed}: {Convert.ToBase64String(body)}", e);
            }
        }
    }

    private static void TryBody(byte[] body, Random random)
    {
        var posted = Notification.Read(body, null);
        if (posted.Passage is { } passage)
        {
            TollgateMapping.ToReading(passage, s_place, s_received);
        }

        foreach (var one in EventTexts.Read(body, null, _ => { }))
        {
            DahuaMapping.ToReading(one, s_place, s_received);
        }

        _ = CgiReply.Read(body).Items.Count();
        var conversation = new DahuaConversation(ContentType);
        int cut = random.Next(body.Length + 1);
        conversation.Append(body.AsSpan(0, cut));
        Drain(conversation);
        conversation.Append(body.AsSpan(cut));
        Drain(conversation);

        // What is cut off swallows at most the part behind it; three good events prove a wrong length wrong.
        bool good = false;
        for (int i = 0; i < 5 && !good; i++)
        {
            conversation.Append(s_good);
            good = Drain(conversation);
        }

        Assert.True(good, $"no good event is read behind {Convert.ToBase64String(body)}");
    }

    private static bool Drain(DahuaConversation conversation)
    {
        bool good = false;
        while (conversation.TryRead(out var item))
        {
            var reading = item.Event is { } found ? DahuaMapping.ToReading(found, s_place, s_received) : null;
            good |= reading?.Body.Source?.NativeId == "-:777:-:-@1719229955.480";
        }

        return good;
    }

    private static byte[] Mutate(byte[] body, byte[][] corpus, Random random)
    {
        var bytes = new List<byte>(body);
        for (int edits = random.Next(1, 8); edits > 0 && bytes.Count > 1; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_tokens[random.Next(s_tokens.Length)]));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    byte[] other = corpus[random.Next(corpus.Length)];
                    bytes.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[][] Corpus()
    {
        string root = Path.Combine(AppContext.BaseDirectory, "Captures", "dahua-anpr");
        return [.. Directory.GetFiles(root, "frames.bin", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000).Select(WithoutHead)];
    }

    private static byte[] WithoutHead(byte[] frames) =>
        frames.AsSpan().StartsWith("HTTP/"u8) ? frames[(frames.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..] : frames;

    private static byte[] GoodEvent()
    {
        const string text = "Events[0].EventBaseInfo.Code=TrafficJunction\r\nEvents[0].UTC=1719229955\r\nEvents[0].UTCMS=480\r\nEvents[0].RealUTC=1719229955\r\n"
            + "Events[0].EventID=777\r\nEvents[0].TrafficCar.PlateNumber=A12345\r\n";
        return Encoding.ASCII.GetBytes($"\r\n--myboundary\r\nContent-Type: text/plain\r\nContent-Length: {text.Length}\r\n\r\n{text}\r\n--myboundary\r\nContent-Type: text/plain\r\nContent-Length:9\r\n\r\nHeartbeat\r\n--myboundary\r\n");
    }
}
