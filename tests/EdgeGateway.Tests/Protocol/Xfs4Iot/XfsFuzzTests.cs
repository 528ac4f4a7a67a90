using System.Diagnostics;
using System.Text;
using EdgeGateway.Protocol.Xfs4Iot;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>Whatever comes: an answer, no exception, no size without a bound; and the next good message is read. A million inputs with <c>./test.sh --long</c>.</summary>
public sealed class XfsFuzzTests
{
    private const int UsualSize = 60_000;

    private static readonly byte[][] s_seeds = [.. XfsVectors.Messages];

    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1", "1e999", "0.5", "\"payload\":", "\"header\":", "\"requestId\":", "\"common\":", "\"device\":", "\"\\ud800\"", "\"\\u0000\"",
        "\"printer\":{\"paper\":{", "\"positions\":[", "\"张三\":", "\"a.b\":", "\"common.device\":\"online\",", "\"camera.media\":{", "\"UPS.low\":true,", "\"UPS\":", "\"uPS\":", "\u00ff", "99999999999999999999", "\"jammed\"", "\"unknown\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_AnyBytes_AnswersAndStaysWithinItsBounds(int seed)
    {
        int count = FuzzSize.Of(UsualSize) / 2;
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var status = XfsTree.Empty;
        var storage = XfsStorage.Empty;
        int read = 0;
        for (int round = 0; round < count; round++)
        {
            var result = XfsReader.Read(Made(random));
            Assert.True(result.Message is null == result.Fault is not null);
            if (result.Message is { } message)
            {
                read++;
                status = message.Status ?? status.With(message.Fact?.Change ?? XfsTree.Empty);
                storage = storage.With(message.Storage ?? message.Fact?.Storage ?? XfsStorage.Empty);
                Judge(status, storage);
            }
        }

        Assert.True(read > count / 100, $"{read} of {count}");
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"{watch.Elapsed}");
        Assert.All(s_seeds, good => Assert.True(XfsReader.Read(good) is { Message: not null } or { Fault: XfsFaults.Sensitive }));
    }

    [Fact]
    public void Read_HugeAndDeep_IsAnsweredSoon()
    {
        const string head = """{"header":{"name":"Common.StatusChangedEvent","type":"event"},"payload":""";
        string[] huge =
        [
            head + new string('[', 500_000), head + new string('{', 500_000), new string('[', 1_000_000), head + "\"" + new string('a', 1_000_000), head + "[" + string.Join(',', Enumerable.Repeat("{}", 300_000)),
            head + "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(number => $"\"n{number}\":1")) + "}}", head + "{" + string.Join(',', Enumerable.Range(0, 15_000).Select(number => $"\"n{number}\":1")) + "}}",
            """{"header":{"name":"ServicePublisher.GetServices","requestId":1,"type":"completion","completionCode":"success"},"payload":{"services":[""" + string.Join(',', Enumerable.Range(0, 5_000)
                .Select(number => $$"""{"serviceURI":"ws://h/xfs4iot/v1.0/S{{number}}/"}""")) + "]}}",
            """{"header":{"name":"Common.ErrorEvent","type":"event"},"payload":{"vendorDescription":" """ + new string('1', 900_000) + "\"}}",
            """{"header":{"name":"Common.Status","requestId":1,"type":"completion","completionCode":"x","errorDescription":" """ + new string('v', 900_000) + "\"}}",
        ];
        var watch = Stopwatch.StartNew();
        foreach (string text in huge)
        {
            XfsReader.Read(Encoding.UTF8.GetBytes(text));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    private static void Judge(XfsTree status, XfsStorage storage)
    {
        var health = XfsHealth.Of(status, storage);
        Assert.True(status.Values.Count <= XfsReader.MostPaths && storage.Units.Count <= XfsStorage.Most);
        Assert.All(status.Values, pair => Assert.True(pair.Key.Length < 200 && pair.Value.Text.Length <= 40 && pair.Value.Number is null or (> -1e16 and < 1e16)));
        Assert.NotEmpty(health.Health);
        Assert.True(XfsAlarm.In(status, storage).Count + XfsSupply.In(status, storage).Count <= 4 * XfsReader.MostPaths);
    }

    private static byte[] Made(Random random)
    {
        byte[] made = [.. s_seeds[random.Next(s_seeds.Length)]];
        switch (random.Next(6))
        {
            case 0:
                made = new byte[random.Next(200)];
                random.NextBytes(made);
                return made;
            case 1:
                made[random.Next(made.Length)] ^= (byte)(1 << random.Next(8));
                return made;
            case 2:
                return made[..random.Next(made.Length)];
            case 3:
                return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => s_pieces[random.Next(s_pieces.Length)])));
            case 4:
                byte[] other = s_seeds[random.Next(s_seeds.Length)];
                return [.. made[..random.Next(made.Length)], .. other[random.Next(other.Length)..]];
            default:
                int at = random.Next(made.Length);
                return [.. made[..at], .. Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)]), .. made[at..]];
        }
    }
}
