/// How long the network waits for a site.
package enum OutlierTerms {
    /// Days that a site has for its answer, from the day on which it was asked. Our decision: four weeks hold one round of the
    /// site's own meetings, and what is found is published within the quarter.
    package static let answerDays = 28
}
