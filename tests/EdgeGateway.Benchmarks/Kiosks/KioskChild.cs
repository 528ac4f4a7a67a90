using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Benchmarks.Kiosks;

/// <summary>Kiosks in a process of their own, on the web server of .NET: each a port with a publisher and ten services, quiet until somebody asks for a storm.</summary>
internal sealed class KioskChild
{
    public const int ServicesOfOne = 10;

    private const string Root = "/xfs4iot/v1.0";

    private readonly List<WebSocket> _links = [];
    private readonly Lock _gate = new();

    public static async Task<int> RunAsync(int kiosks, TextWriter output)
    {
        var child = new KioskChild();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options =>
        {
            for (int i = 0; i <= kiosks; i++)
            {
                options.Listen(IPAddress.Loopback, 0);
            }
        });
        await using var app = builder.Build();
        app.UseWebSockets();
        app.MapGet("/storm", (int rate, int seconds) => child.StormAsync(rate, seconds));
        app.MapFallback(child.ServeAsync);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        await output.WriteLineAsync("ports " + string.Join(' ', addresses.Select(one => new Uri(one).Port.ToString(CultureInfo.InvariantCulture))));
        await output.FlushAsync();
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal, out var service))
        {
            context.Response.StatusCode = 404;
            return;
        }

        using var link = await context.WebSockets.AcceptWebSocketAsync();
        bool isService = service.HasValue && service.Value!.Trim('/').Length > 0;
        if (isService)
        {
            lock (_gate)
            {
                _links.Add(link);
            }
        }

        var buffer = new byte[4096];
        while (link.State == WebSocketState.Open)
        {
            var part = await link.ReceiveAsync(buffer, context.RequestAborted);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                break;
            }

            await AnswerAsync(link, context.Connection.LocalPort, JsonNode.Parse(buffer.AsSpan(0, part.Count))!["header"]!.AsObject());
        }

        lock (_gate)
        {
            _links.Remove(link);
        }
    }

    private static async Task AnswerAsync(WebSocket link, int port, JsonObject header)
    {
        string name = header["name"]!.GetValue<string>();
        header["type"] = "acknowledge";
        await SayAsync(link, new JsonObject { ["header"] = header.DeepClone() }.ToJsonString());
        header["type"] = "completion";
        header["completionCode"] = "success";
        await SayAsync(link, new JsonObject { ["header"] = header.DeepClone(), ["payload"] = JsonNode.Parse(Payload(name, port)) }.ToJsonString());
    }

    private static string Payload(string name, int port) => name switch
    {
        "ServicePublisher.GetServices" => "{\"vendorName\":\"Acme\",\"services\":[" + string.Join(',', Enumerable.Range(1, ServicesOfOne).Select(i => $"{{\"serviceURI\":\"ws://localhost:{port}{Root}/Service{i}/\"}}")) + "]}",
        "Common.Status" => """{"common":{"device":"online","devicePosition":"inPosition"},"printer":{"media":"notPresent","paper":{"upper":"full","lower":"full"},"toner":"full","mediaOnStacker":2},"cardReader":{"media":"notPresent","chipPower":"noCard","chipModule":"ok"}}""",
        _ => """{"interfaces":[{"name":"Common","commands":{"Common.Status":{"versions":["2.0"]}}},{"name":"CardReader"}]}""",
    };

    private static Task SayAsync(WebSocket link, string text) => link.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Every service so often a second; a service that is held back holds its own storm back.</summary>
    /// <returns>How many were sent.</returns>
    private async Task<int> StormAsync(int rate, int seconds)
    {
        WebSocket[] links;
        lock (_gate)
        {
            links = [.. _links];
        }

        var sent = await Task.WhenAll(links.Select(link => StormAsync(link, rate, seconds)));
        return sent.Sum();
    }

    private static async Task<int> StormAsync(WebSocket link, int rate, int seconds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        int sent = 0;
        while (sent < rate * seconds && await timer.WaitForNextTickAsync())
        {
            string media = sent++ % 2 == 0 ? "present" : "notPresent";
            await SayAsync(link, "{\"header\":{\"name\":\"Common.StatusChangedEvent\",\"type\":\"event\",\"version\":\"3.0\"},\"payload\":{\"cardReader\":{\"media\":\"" + media + "\"}}}");
        }

        return sent;
    }
}
