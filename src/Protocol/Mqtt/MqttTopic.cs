namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Topic names and topic filters (section 4.7).</summary>
public static class MqttTopic
{
    /// <summary>A name to publish to: at least one character, no wildcard, no U+0000.</summary>
    public static bool IsName(ReadOnlySpan<char> topic) => !topic.IsEmpty && topic.IndexOfAny('+', '#', '\0') < 0;

    /// <summary>A filter to subscribe to: + fills a whole level, # is the last level.</summary>
    public static bool IsFilter(ReadOnlySpan<char> filter)
    {
        if (filter.IsEmpty || filter.Contains('\0'))
        {
            return false;
        }

        foreach (Range range in filter.Split('/'))
        {
            ReadOnlySpan<char> level = filter[range];
            bool last = range.End.GetOffset(filter.Length) == filter.Length;
            if (level.IndexOfAny('+', '#') >= 0 && (level.Length > 1 || (level[0] == '#' && !last)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a valid filter takes a topic; a wildcard at the first level takes no topic that starts with $ (MQTT-4.7.2-1).</summary>
    public static bool Matches(ReadOnlySpan<char> filter, ReadOnlySpan<char> topic)
    {
        if (topic.StartsWith('$') && (filter.StartsWith('+') || filter.StartsWith('#')))
        {
            return false;
        }

        while (true)
        {
            ReadOnlySpan<char> wanted = Level(ref filter, out bool filterEnds);
            if (wanted is "#")
            {
                return true;
            }

            ReadOnlySpan<char> given = Level(ref topic, out bool topicEnds);
            if (wanted is not "+" && !wanted.SequenceEqual(given))
            {
                return false;
            }

            if (filterEnds || topicEnds)
            {
                // "a/#" also takes its parent "a" (section 4.7.1.2).
                return filterEnds ? topicEnds : filter is "#";
            }
        }
    }

    private static ReadOnlySpan<char> Level(ref ReadOnlySpan<char> rest, out bool ends)
    {
        int slash = rest.IndexOf('/');
        ends = slash < 0;
        ReadOnlySpan<char> level = ends ? rest : rest[..slash];
        rest = ends ? [] : rest[(slash + 1)..];
        return level;
    }
}
