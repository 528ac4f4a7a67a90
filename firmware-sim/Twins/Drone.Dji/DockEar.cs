using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>Takes what comes down: answers and orders.</summary>
public sealed class DockEar(DockMouth mouth, DockPending pending, DockQuestions questions, DockServices services, Action<string> onOrder, Func<DateTimeOffset> clock)
{
    public static IReadOnlyList<string> Filters(DockWords words) => [words.System("status_reply"), words.Thing("events_reply"), words.Thing("requests_reply"), words.Thing("services")];

    public async ValueTask TakeAsync(string topic, ReadOnlyMemory<byte> payload)
    {
        if (Parse(payload) is not { } message || message["tid"]?.GetValue<string>() is not { } tid || message["data"] is not { } data)
        {
            return;
        }

        switch (topic.Split('/')[^1])
        {
            case "requests_reply":
                questions.Answer(tid, data);
                break;
            case "status_reply" or "events_reply":
                pending.Answer(tid, data["result"]?.GetValue<int>() ?? -1);
                break;
            case "services" when services.Take(message, clock()) is { } result:
                await AnswerAsync(message, tid, result).ConfigureAwait(false);
                break;
        }
    }

    private async Task AnswerAsync(JsonObject message, string tid, int result)
    {
        string method = message["method"]!.GetValue<string>();
        JsonObject reply = mouth.Words.Message(tid, message["bid"]?.GetValue<string>() ?? tid, clock(), new JsonObject { ["result"] = result }, method);
        await mouth.SendAsync(mouth.Words.Thing("services_reply"), reply.ToJsonString(), CancellationToken.None).ConfigureAwait(false);
        if (result == 0)
        {
            onOrder(method);
        }
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonNode.Parse(payload.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
