using System.Diagnostics;
using System.Text;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Kiosks;

public sealed class KioskFuzzTests
{
    private static readonly byte[][] s_corpus =
    [
        .. new[]
        {
            """{"type":"transaction","time":"2026-11-22T11:32:00+08:00","session":"5b0e1c0c-8f0e-4d6f-9a55-0d8f6a6c9c11","business":"hkm.endorse","outcome":"done","steps":[{"step":"pay","durationMs":5200,"result":"ok"}],"payment":{"channel":"wechat","result":"paid","amountFen":1500}}""",
            """[{"type":"counters","counters":{"sessions":12,"prints":7}},{"type":"state","mode":"in-service","application":"4.2.1","alarms":[{"alarm":"door-open","name":"front","code":"E12"}]}]""",
            "{\"type\":\"heartbeat\"}\n{\"type\":\"modules\",\"whole\":true,\"modules\":[{\"module\":\"Slot\",\"status\":-1,\"parts\":[{\"name\":\"media\",\"state\":\"jammed\"}]}]}\n",
            """{"type":"supplies","supplies":[{"module":"Printer","name":"upper","supply":"paper","state":"low","percent":18.5,"count":90,"capacity":500,"fills":false}]}""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Read_DamagedBodies_NeverThrowsNorKeepsWhatIsNoCode()
    {
        int count = FuzzSize.Of(30_000);
        var (random, watch) = (new Random(20261122), Stopwatch.StartNew());
        int faults = 0;
        int messages = 0;
        for (int i = 0; i < count; i++)
        {
            foreach (var item in KioskMessages.Read(Mutate([.. s_corpus[random.Next(s_corpus.Length)]], random), null, TimeSpan.FromHours(8)))
            {
                Assert.True((item.Message is null) != (item.Fault is null));
                faults += item.Fault is null ? 0 : 1;
                messages += item.Message is null ? 0 : 1;
                Check(item.Message);
            }
        }

        Assert.True(faults > count / 10, $"{faults} faults");
        Assert.True(messages > count / 20, $"{messages} messages");
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    private static void Check(KioskMessage? message)
    {
        switch (message)
        {
            case KioskTransaction { AmountFen: var amount, Outcome: var outcome }:
                Assert.True(amount is null or >= 0);
                Assert.True(KioskTexts.IsCode(outcome));
                break;
            case KioskSupplies supplies:
                Assert.All(supplies.Supplies, supply => Assert.True(supply.Percent is null or (>= 0 and <= 100)));
                Assert.All(supplies.Supplies, supply => Assert.True(KioskTexts.IsName(supply.Name)));
                break;
            case KioskModules modules:
                Assert.All(modules.Modules, module => Assert.True(KioskTexts.IsName(module.Module)));
                break;
        }
    }

    private static byte[] Mutate(List<byte> bytes, Random random)
    {
        for (int edits = random.Next(0, 4); edits > 0 && bytes.Count > 1; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.Insert(at, (byte)"{}[]\",:\\\n0"[random.Next(10)]);
                    break;
                case 4:
                    bytes.InsertRange(at, s_corpus[random.Next(s_corpus.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}
