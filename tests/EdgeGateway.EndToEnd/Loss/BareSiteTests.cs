using System.Net;
using System.Text;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>What a technician meets first: wrong token, wrong device, too much, and an orderly stop.</summary>
public sealed class BareSiteTests
{
    [Fact]
    public async Task Inbox_BadRequests_GetTheirStatusAndTheGatewayGoesOn()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var site = new TestSite(broker.Port, cameras: 1);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site.InboxPort}") };
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(http, "/cam-01/wrong", 10));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(http, "/cam-99/token-of-this-test", 10));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(http, "/cam-01/token-of-this-test", (32 * 1024 * 1024) + 1));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(http, "/cam-01/token-of-this-test", 10));
        await Wait.UntilAsync(
            () => gateway.Output.Contains("wrong-token, 1 times", StringComparison.Ordinal) && gateway.Output.Contains("unknown-device, 1 times", StringComparison.Ordinal),
            TimeSpan.FromSeconds(10),
            () => gateway.Output);
        int code = await gateway.StopAsync(TimeSpan.FromSeconds(20));
        Assert.True(code == 0, gateway.Output);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient http, string path, int bytes)
    {
        using var body = new StringContent(new string('x', bytes), Encoding.ASCII, "application/xml");
        using var answer = await http.PostAsync(path, body);
        return answer.StatusCode;
    }
}
