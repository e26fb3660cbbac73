# Reads the events that Swift Testing writes, one JSON object a line, and prints four numbers: tests that passed, that failed,
# that were left out, and that began and never ended; then each that did not pass, a line each, by its id. A parameterised
# test counts once. Suites send the same events as tests; a test's id ends in its place (`File.swift:12:6`), a suite's does
# not. A test with a known issue counts as failed.

function id(line) {
    if (!match(line, /"testID":"([^"\\]|\\.)*"/)) return ""
    return substr(line, RSTART + 10, RLENGTH - 11)
}

/"kind":"test(Started|Ended|Skipped)"/ {
    test = id($0)
    if (test !~ /:[0-9]+:[0-9]+$/) next
    if ($0 ~ /"kind":"testStarted"/) began[test] = 1
    else if ($0 ~ /"kind":"testSkipped"/) skipped[test] = 1
    else if ($0 ~ /"symbol":"pass(WithWarnings)?"/) ended[test] = "passed"
    else ended[test] = "failed"
}

END {
    for (test in ended) count[ended[test]]++
    for (test in skipped) count["skipped"]++
    for (test in began) if (!(test in ended) && !(test in skipped)) count["unfinished"]++
    print count["passed"] + 0, count["failed"] + 0, count["skipped"] + 0, count["unfinished"] + 0
    for (test in ended) if (ended[test] == "failed") print "failed: " test
    for (test in skipped) print "left out: " test
    for (test in began) if (!(test in ended) && !(test in skipped)) print "did not end: " test
}
