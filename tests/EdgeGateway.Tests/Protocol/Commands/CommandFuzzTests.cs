using System.Text;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Commands;

/// <summary>Whatever somebody sends: no exception, no hang, and what is read keeps its limits.</summary>
public sealed class CommandFuzzTests
{
    private static readonly string[] s_tokens =
        ["{", "}", "[", "]", "\"", "\\", "\\ud800", "\\u0000", ":", ",", "null", "1e999", "payload", "keyId", "signature", "issuedAt", "\u0000", "粤", "\uFEFF", "//", "-", "Z"];

    private const string Payload =
        """{"v":1,"id":"c-1","name":"uplink.pace","device":"gateway","args":{"a":[1,{"b":"x"}]},"issuedAt":"2026-11-22T03:32:00Z","notAfter":"2026-11-22T03:33:00Z","issuer":"d"}""";

    [Fact]
    public async Task TryRead_Mutations_NeverThrowAndKeepTheLimits()
    {
        int count = FuzzSize.Of(40_000);
        int read = await Task.Run(() => Enumerable.Range(0, count).Count(One)).WaitAsync(FuzzSize.Patience(count));

        // Both outcomes were seen, or the mutations are no test.
        Assert.InRange(read, 1, count - 1);
    }

    private static bool One(int seed)
    {
        var random = new Random(seed);
        byte[] payload = Mutate(Encoding.UTF8.GetBytes(Payload), random);
        bool isCommand = CommandReader.TryRead(payload, out var command);
        Assert.True(!isCommand || (command!.Id.Length is > 0 and <= 64 && command.Name.Length <= 64 && command.Device.Length <= 64));

        byte[] message = Mutate(Encoding.UTF8.GetBytes($$"""{"payload":"{\"v\":1}","keyId":"ops","signature":"AA=="}"""), random);
        bool isEnvelope = CommandEnvelopeReader.TryRead(message, out var envelope, out string? fault);
        Assert.True(isEnvelope ? envelope!.Payload.Length <= CommandLimits.PayloadBytes && fault is null : fault is CommandFaults.Garbled or CommandFaults.TooLarge);
        return isCommand || isEnvelope;
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = bytes.ToList();
        foreach (int _ in Enumerable.Range(0, random.Next(0, 4)))
        {
            int at = random.Next(list.Count);
            switch (random.Next(4))
            {
                case 0:
                    list[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    list.RemoveRange(at, random.Next(1, Math.Min(20, list.Count - at) + 1));
                    list.Add((byte)random.Next(256));
                    break;
                case 2:
                    list.InsertRange(at, Encoding.UTF8.GetBytes(s_tokens[random.Next(s_tokens.Length)]));
                    break;
                default:
                    list.InsertRange(at, list.GetRange(at, random.Next(list.Count - at)));
                    break;
            }
        }

        return [.. list];
    }
}
