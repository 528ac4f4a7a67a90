using System.Text;
using System.Text.Unicode;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>Takes a body apart: one JSON value, a list of them, or one on each line.</summary>
public static class MessageReader
{
    /// <summary>Most bytes of a body.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Most lines of a body.</summary>
    public const int MostLines = 1024;

    /// <summary>Most bytes of a body that is one text.</summary>
    public const int LargestText = 4096;

    public const string NotText = "not-text";
    public const string TooLarge = "too-large";
    public const string TooManyLines = "too-many-lines";

    /// <param name="body">As it came.</param>
    /// <param name="isLines">Whether its sender says that each line is a message; a body whose first line alone is JSON is taken so in any case.</param>
    public static MessageList Read(ReadOnlySpan<byte> body, bool isLines = false)
    {
        if (body.Length > LargestBody)
        {
            return new MessageList([], [TooLarge]);
        }

        if (isLines)
        {
            return Lines(body);
        }

        if (JsonBody.Read(body, out string? fault) is { } message)
        {
            return new MessageList(message.IsList ? message.Children : [message], []);
        }

        var trimmed = body.Trim(" \t\r\n"u8);
        int first = trimmed.IndexOf((byte)'\n');
        return first > 0 && fault == JsonBody.NotJson && JsonBody.Read(trimmed[..first], out _) is not null ? Lines(trimmed) : new MessageList([], [fault!]);
    }

    /// <summary>A body that is one text, as it is.</summary>
    public static MessageList Text(ReadOnlySpan<byte> body) =>
        body.Length > LargestText ? new MessageList([], [TooLarge])
        : !Utf8.IsValid(body) ? new MessageList([], [NotText])
        : new MessageList([BodyNode.Of(Encoding.UTF8.GetString(body).Trim())], []);

    private static MessageList Lines(ReadOnlySpan<byte> body)
    {
        var messages = new List<BodyNode>();
        var faults = new List<string>();
        foreach (var range in body.Split((byte)'\n'))
        {
            var line = body[range].Trim(" \t\r"u8);
            if (line.IsEmpty)
            {
                continue;
            }

            if (messages.Count + faults.Count == MostLines)
            {
                return new MessageList([], [TooManyLines]);
            }

            if (JsonBody.Read(line, out string? fault) is { } message)
            {
                messages.Add(message);
            }
            else
            {
                faults.Add(fault!);
            }
        }

        return messages.Count + faults.Count == 0 ? new MessageList([], [JsonBody.NotJson]) : new MessageList(messages, faults);
    }
}

/// <summary>What a body is made of.</summary>
/// <param name="Messages">In their order.</param>
/// <param name="Faults">Why parts of it are none; a word each.</param>
public sealed record MessageList(IReadOnlyList<BodyNode> Messages, IReadOnlyList<string> Faults);
