using System.Net;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>Posts readings over a few connections that each wait for their answer, as devices do.</summary>
internal static class HttpTeller
{
    private const int Connections = 8;

    /// <returns>How many were answered with 200.</returns>
    public static async Task<int> TellAsync(Uri target, int readings)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        int left = readings;
        int told = 0;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                using var body = new ByteArrayContent(SampleReading.Next());
                body.Headers.ContentType = new("application/json");
                using var answer = await http.PostAsync(target, body);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref told);
                }
            }
        }));
        return told;
    }
}
