using System.Text;
using EdgeGateway.Drivers.PlateCamera.Hikvision;
using EdgeGateway.Protocol.Hikvision;

namespace EdgeGateway.Tests.Protocol.Hikvision;

/// <summary>Damaged bodies, as many as asked for: none may throw, and a good event behind each is read.</summary>
public static class IsapiFuzz
{
    private static readonly HikvisionPlace s_place = new() { Device = "cam-1" };
    private static readonly DateTimeOffset s_received = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] s_good = Encoding.UTF8.GetBytes(GoodEvent());

    /// <summary>Mutates captured bodies, reads each as a push and as a stream with a good event behind it.</summary>
    /// <param name="count">Bodies to try.</param>
    /// <param name="seed">The same seed tries the same bodies.</param>
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
        foreach (var item in IsapiConversation.ReadBody(body, "multipart/form-data; boundary=boundary"))
        {
            Map(item);
        }

        var conversation = new IsapiConversation("multipart/mixed; boundary=boundary");
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

    private static bool Drain(IsapiConversation conversation)
    {
        bool good = false;
        while (conversation.TryRead(out var item))
        {
            good |= Map(item);
        }

        return good;
    }

    private static bool Map(IsapiItem item)
    {
        var reading = item.Event is { } found ? HikvisionMapping.ToReading(found, s_place, s_received) : null;
        return reading?.Body.Source?.NativeId == "good-event-0001:2026-11-22T08:00:00+08:00";
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
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes(s_tokens[random.Next(s_tokens.Length)]));
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

    private static readonly string[] s_tokens =
    [
        "--boundary\r\n", "--boundary--", "\r\n", "\n", "<", ">", "</", "<a", "/>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml ", "<!DOCTYPE", "&", "&#x0;",
        "&lt;", "\"", "'", "{", "}", "[", "\\u", "Content-Length: 99999999999", "Content-Length: 16777216\r\n", "Content-Length: -1\r\n", "\0", "\u00FF",
        "<EventNotificationAlert>", "</EventNotificationAlert>", "<licensePlate>", "99999999999999999999", "NaN", "1e999", "2026-13-45T99:99:99+99:99",
    ];

    private static byte[][] Corpus()
    {
        string root = Path.Combine(AppContext.BaseDirectory, "Captures", "hikvision-anpr");
        return [.. Directory.GetFiles(root, "frames.bin", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).Where(bytes => bytes.Length < 20_000).Select(WithoutHead)];
    }

    private static byte[] WithoutHead(byte[] frames) => frames[(frames.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];

    private static string GoodEvent()
    {
        string alert = "<EventNotificationAlert><dateTime>2026-11-22T08:00:00+08:00</dateTime><eventType>ANPR</eventType><ANPR>"
            + "<licensePlate>蓝苏A3HK57</licensePlate></ANPR><UUID>good-event-0001</UUID><picNum>0</picNum></EventNotificationAlert>";
        return $"\r\n--boundary\r\nContent-Type: application/xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(alert)}\r\n\r\n{alert}\r\n--boundary\r\n";
    }
}
