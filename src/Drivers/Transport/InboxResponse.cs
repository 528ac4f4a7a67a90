using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Writes the short answer of the inbox.</summary>
internal static class InboxResponse
{
    public static ValueTask WriteAsync(IFeatureCollection context, InboxAnswer answer)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = answer.Status;
        response.Headers.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        response.Headers.ContentLength = Encoding.UTF8.GetByteCount(answer.Body);
        if (answer.Body.Length == 0)
        {
            return ValueTask.CompletedTask;
        }

        var writer = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        Encoding.UTF8.GetBytes(answer.Body, writer);
        var flushed = writer.FlushAsync(CancellationToken.None);
        return flushed.IsCompletedSuccessfully ? ValueTask.CompletedTask : Finish(flushed);

        static async ValueTask Finish(ValueTask<System.IO.Pipelines.FlushResult> flush) => await flush.ConfigureAwait(false);
    }
}
