using System.Text;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>Whatever a library sends, it gets statuses or a fault, and the next good body is taken.</summary>
public sealed class DispositionFuzzTests
{
    private static readonly byte[] s_good = Encoding.UTF8.GetBytes(
        "{\"DispositionListObject\":{\"DispositionObject\":[{\"DispositionID\":\"340200000000012024040112010100001\",\"DispositionCategory\":2,\"TargetFeature\":\"苏A3HK57\"," +
        "\"ApplicantOrg\":\"340200000000\",\"BeginTime\":\"20261122000000\",\"EndTime\":\"20261222000000\",\"OperateType\":0,\"DispositionRange\":1,\"TollgateList\":\"34020000001210000001\",\"Reason\":\"盗抢\"}]}}");

    [Fact]
    public async Task Take_AnyBytes_GivesStatusesOrAFault()
    {
        var desk = new FakeHotListDesk();
        var host = new FakeHost(null!, new FakeTimeProvider(LibraryWords.Now)) { HotList = desk };
        var dispositions = new DispositionDesk(desk, LibraryPlace.Of(LibraryWords.Upper(), TimeSpan.FromHours(8)), host.Context);
        var random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < FuzzSize.Of(3_000); i++)
        {
            var (statuses, fault) = await dispositions.TakeAsync(Mutated(random), null, CancellationToken.None);

            Assert.NotEqual(statuses is null, fault is null);
            Assert.All(statuses ?? [], status => Assert.NotNull(status.Id));
            read += statuses is null ? 0 : 1;
        }

        Assert.InRange(read, 1, int.MaxValue);
        desk.Entries.Clear();
        var (last, _) = await dispositions.TakeAsync(s_good, null, CancellationToken.None);
        Assert.Equal(ViidStatusCodes.Ok, Assert.Single(last!).Code);
        Assert.Single(desk.Entries);
    }

    [Fact]
    public void Admit_AnyAddress_NeverLeavesTheHostsOfTheOperator()
    {
        var rule = new NotifyRule(LibraryWords.Upper() with { NotifyHosts = ["alarms.example:8120"] });
        var random = new Random(7);
        const string Letters = "htps:/@.127alrmsexpe8#?\\[]%";
        for (int i = 0; i < FuzzSize.Of(20_000); i++)
        {
            string text = "http://" + new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)])]);
            if (rule.Admit(text) is { } admitted)
            {
                Assert.True(admitted.Authority is "127.0.0.1" or "alarms.example:8120", text);
            }
        }
    }

    [Fact]
    public void Request_AnyPath_IsReadOrUnknown()
    {
        var random = new Random(8);
        string[] parts = ["/", "VIID", "Dispositions", "dispositions", "?", "IDList=", ",", "340200000000012024040112010100001", "%2F", "..", ""];
        for (int i = 0; i < FuzzSize.Of(20_000); i++)
        {
            string path = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)]));
            var request = DispositionRequest.Read(((string[])["GET", "POST", "PUT", "DELETE"])[random.Next(4)], path, "?" + path);

            Assert.All(request.Ids, id => Assert.NotEmpty(id));
            Assert.True(request.Wish != DispositionWish.Read || request.Ids.Count == 0);
        }
    }

    private static byte[] Mutated(Random random)
    {
        byte[] body = [.. s_good];
        for (int n = random.Next(4); n >= 0; n--)
        {
            switch (random.Next(4))
            {
                case 0:
                    body[random.Next(body.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    body = body[..random.Next(1, body.Length + 1)];
                    break;
                case 2:
                    int at = random.Next(body.Length);
                    body = [.. body[..at], .. Encoding.UTF8.GetBytes(((string[])["\"", "{", "[", "null", "2", "\\u0000", "-1"])[random.Next(7)]), .. body[at..]];
                    break;
                default:
                    int from = random.Next(body.Length);
                    body = [.. body[..from], .. body[Math.Min(body.Length, from + random.Next(40))..], (byte)'}'];
                    break;
            }
        }

        return body;
    }
}
